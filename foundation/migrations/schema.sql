-- The schema as it stands, from SQLite: made by a test, read by people.
-- The steps that lead here are in src/.

create table company (
    id uuid primary key,
    slug text not null unique,
    name text not null,
    zone text not null,
    currency text not null,
    lang text not null,
    settings text not null,
    created_at bigint not null
);

create table sign_in_name (
    email text not null,
    company_id uuid not null references company (id),
    person_id uuid not null,
    primary key (email, company_id)
);

create table team (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    parent_id uuid,
    manager_id uuid,
    created_at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, manager_id) references person (company_id, id),
    foreign key (company_id, parent_id) references team (company_id, id)
);
create unique index team_name on team (company_id, name);

create table person (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    name_key text not null,
    email text,
    phone text,
    roles text not null,
    team_id uuid,
    status text not null,
    lang text not null,
    zone text,
    created_at bigint not null,
    left_at bigint,
    primary key (company_id, id),
    foreign key (company_id, team_id) references team (company_id, id)
);
create unique index person_email on person (company_id, email);
create index person_name on person (company_id, name_key, id);
create index person_team on person (company_id, team_id);

create table line (
    company_id uuid not null,
    manager_id uuid not null,
    person_id uuid not null,
    primary key (company_id, manager_id, person_id),
    foreign key (company_id, manager_id) references person (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;

create table credential (
    company_id uuid not null,
    person_id uuid not null,
    password_hash text not null,
    changed_at bigint not null,
    primary key (company_id, person_id),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;

create table session (
    company_id uuid not null,
    id bytea not null,
    person_id uuid not null,
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    stay text not null,
    agent text not null,
    address text not null,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);
create index session_person on session (company_id, person_id);

create table api_token (
    company_id uuid not null,
    id uuid not null,
    secret_hash bytea not null,
    person_id uuid not null,
    name text not null,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    revoked_at bigint,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);
create unique index api_token_secret on api_token (company_id, secret_hash);

create table one_time_link (
    company_id uuid not null,
    id bytea not null,
    person_id uuid not null,
    purpose text not null,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);

create table event (
    company_id uuid not null references company (id),
    seq bigint not null,
    id uuid not null,
    at bigint not null,
    actor_id uuid,
    via text not null,
    origin text not null,
    name text not null,
    subject_kind text not null,
    subject_id uuid not null,
    owner_id uuid,
    about_id uuid,
    data text not null,
    previous bytea not null,
    hash bytea not null,
    primary key (company_id, seq)
);
create index event_about on event (company_id, about_id, seq);
create index event_owner on event (company_id, owner_id, seq);
create index event_subject on event (company_id, subject_id, seq);

create table stream_head (
    company_id uuid primary key references company (id),
    seq bigint not null,
    hash bytea not null
);

create table job (
    id uuid primary key,
    company_id uuid not null references company (id),
    person_id uuid,
    name text not null,
    body text not null,
    due_at bigint not null,
    attempts integer not null,
    claimed_until bigint,
    failed_at bigint,
    failure text
);
create index job_due on job (due_at);

create table schedule (
    company_id uuid not null references company (id),
    name text not null,
    last_run bigint not null,
    failed_at bigint,
    failure text,
    primary key (company_id, name)
) without rowid;

create table file (
    company_id uuid not null,
    owner_id uuid not null,
    sha256 text not null,
    stored text not null,
    bytes bigint not null,
    width integer not null,
    height integer not null,
    created_at bigint not null,
    primary key (company_id, owner_id, sha256),
    foreign key (company_id, owner_id) references person (company_id, id)
);
create index file_sha256 on file (company_id, sha256);

create table product (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    series text,
    price_amount bigint not null,
    price_currency text not null,
    created_at bigint not null,
    hidden_at bigint,
    primary key (company_id, id)
);
create unique index product_name on product (company_id, name);

create table account (
    company_id uuid not null references company (id),
    id uuid not null,
    owner_id uuid,
    name text not null,
    name_key text not null,
    status text not null,
    tier text,
    industry text,
    parent_id uuid,
    phone text,
    website text,
    founded_year integer,
    revenue_amount bigint,
    revenue_currency text,
    employees bigint,
    country text,
    last_visit_on text,
    created_at bigint not null,
    updated_at bigint not null,
    hidden_at bigint, tax_number text, document_language text, external_key text,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, parent_id) references account (company_id, id)
);
create index account_name on account (company_id, name_key, id, owner_id, hidden_at, phone);
create index account_owner on account (company_id, owner_id, name_key, id, hidden_at);
create index account_parent on account (company_id, parent_id);
create index account_updated on account (company_id, updated_at, id, owner_id, hidden_at);
create index account_last_visit on account
(company_id, coalesce(last_visit_on, ''), id, owner_id, hidden_at);

create table address (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    label text not null,
    street text not null,
    city text,
    province text,
    postcode text,
    country text,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id)
);
create index address_account on address (company_id, account_id);

create table place (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    lat double precision not null,
    lon double precision not null,
    radius_m double precision not null,
    state text not null,
    moved_lat double precision,
    moved_lon double precision,
    updated_at bigint not null,
    decided_at bigint,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id)
);
create unique index place_account on place (company_id, account_id);

create table sighting (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    person_id uuid not null,
    at bigint not null,
    lat double precision not null,
    lon double precision not null,
    accuracy_m double precision not null,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;
create index sighting_account on sighting (company_id, account_id, at);

create table contact (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    name_key text not null,
    phone text,
    whatsapp text,
    email text,
    created_at bigint not null,
    updated_at bigint not null,
    hidden_at bigint, channel text, birthday text, consent text, consent_on text, consent_note text, external_key text,
    primary key (company_id, id)
);
create index contact_name on contact (company_id, name_key, id, hidden_at, phone);

create table account_contact (
    company_id uuid not null,
    account_id uuid not null,
    contact_id uuid not null,
    role text,
    left_on text,
    primary key (company_id, account_id, contact_id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, contact_id) references contact (company_id, id)
) without rowid;
create index account_contact_contact on account_contact (company_id, contact_id);

create table note (
    company_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    account_id uuid not null,
    visit_id uuid,
    text text not null,
    at bigint not null, kind text not null default 'note', direction text, happened_at bigint not null default 0, minutes integer, outcome text, internal boolean not null default false, opportunity_id uuid, task_id uuid, pinned_at bigint, edited_at bigint, hidden_at bigint,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id)
);
create index note_account on note (company_id, account_id, at);

create table task (
    company_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    account_id uuid,
    text text not null,
    due_on text,
    done_at bigint,
    created_at bigint not null,
    updated_at bigint not null, assigned_by uuid, opportunity_id uuid, hidden_at bigint, due_time text, due_zone text, due_at bigint, remind_minutes integer, remind_mail boolean not null default false, remind_at bigint, reminded_at bigint, repeat_rule text, repeat_from text, series_id uuid, series_number integer, series_on text, next_id uuid, template_use_id uuid,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id)
);
create index task_owner on task (company_id, owner_id, done_at, due_on);
create index task_account on task (company_id, account_id);

create table fact (
    company_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    device_id uuid not null,
    device_seq bigint not null,
    kind text not null,
    body_hash bytea not null,
    claimed_at bigint not null,
    received_at bigint not null,
    recorded_at bigint not null,
    zone text not null,
    time_grade text not null,
    time_reason text not null,
    lat double precision,
    lon double precision,
    accuracy_m double precision,
    altitude_m double precision,
    fix_error text,
    place_verdict text,
    place_reason text,
    distance_m double precision,
    radius_m double precision,
    signals text not null,
    photos text not null,
    payload text not null,
    account_id uuid,
    visit_id uuid,
    receipt text not null,
    receipt_hash bytea not null,
    review text not null,
    reviewer_id uuid,
    reviewed_at bigint,
    question text,
    answer text,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, reviewer_id) references person (company_id, id)
);
create index fact_owner on fact (company_id, owner_id, recorded_at);
create index fact_recorded on fact (company_id, recorded_at);
create index fact_device on fact (company_id, device_id, owner_id, device_seq);
create index fact_visit on fact (company_id, visit_id);
create index fact_review on fact (company_id, review, owner_id) where review in ('pending', 'asked');

create table phone_key (
    company_id uuid not null,
    owner_id uuid not null,
    device_id uuid not null,
    key bytea not null,
    registered_at bigint not null,
    primary key (company_id, owner_id, device_id, key),
    foreign key (company_id, owner_id) references person (company_id, id)
) without rowid;

create table fact_photo (
    company_id uuid not null,
    sha256 text not null,
    fact_id uuid not null,
    primary key (company_id, sha256, fact_id),
    foreign key (company_id, fact_id) references fact (company_id, id)
) without rowid;

create table shift (
    company_id uuid not null references company (id),
    id uuid not null,
    team_id uuid,
    name text not null,
    starts text not null,
    ends text not null,
    grace_minutes integer not null,
    grace_out_minutes integer not null,
    margin_before_minutes integer not null,
    margin_after_minutes integer not null,
    meaning text not null,
    weekdays integer not null,
    effective_from text not null,
    primary key (company_id, id),
    foreign key (company_id, team_id) references team (company_id, id)
);
create index shift_team on shift (company_id, team_id, effective_from);

create table work_day (
    company_id uuid not null,
    owner_id uuid not null,
    day text not null,
    shift_id uuid,
    state text not null,
    opened_at bigint,
    closed_at bigint,
    worked_minutes bigint not null,
    late_minutes bigint not null,
    left_early_minutes bigint not null,
    marks text not null,
    judgment text not null,
    computed_at bigint not null,
    primary key (company_id, owner_id, day),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, shift_id) references shift (company_id, id)
);
create index work_day_month on work_day
(company_id, day, owner_id, state, worked_minutes, late_minutes, marks);
create index work_day_open on work_day (company_id, state) where state = 'open';

create table visit (
    company_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    account_id uuid not null,
    day text not null,
    sequence integer not null,
    planned boolean not null,
    planned_time text,
    state text not null,
    arrived_at bigint,
    left_at bigint,
    dwell_minutes bigint,
    outcome text,
    effective boolean,
    note text,
    skip_reason text,
    rescheduled_from uuid,
    closed_by text,
    rejected text,
    rejected_why text,
    check_in_id uuid,
    check_out_id uuid,
    created_at bigint not null,
    updated_at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, check_in_id) references fact (company_id, id),
    foreign key (company_id, check_out_id) references fact (company_id, id)
);
create index visit_owner_day on visit (company_id, owner_id, day);
create index visit_account on visit (company_id, account_id, day);
create index visit_day on visit (company_id, day);
create index visit_updated on visit (company_id, owner_id, updated_at);
create unique index visit_open_once on visit (company_id, owner_id) where state = 'open';

create table visit_outcome (
    company_id uuid not null references company (id),
    code text not null,
    label_id text not null,
    label_en text not null,
    effective boolean not null,
    asks_note boolean not null,
    position integer not null,
    hidden_at bigint,
    primary key (company_id, code)
);

create table skip_reason (
    company_id uuid not null references company (id),
    code text not null,
    label_id text not null,
    label_en text not null,
    position integer not null,
    hidden_at bigint,
    primary key (company_id, code)
);

create table import_run (
    company_id uuid not null references company (id),
    id uuid not null,
    person_id uuid,
    preset text not null,
    state text not null,
    summary text not null,
    steps bigint not null,
    done bigint not null,
    started_at bigint not null,
    finished_at bigint,
    undone_at bigint, touched_at bigint, ledger text,
    primary key (company_id, id)
);

create table import_change (
    company_id uuid not null,
    run_id uuid not null,
    number bigint not null,
    kind text not null,
    record_id uuid not null,
    name text not null,
    action text not null,
    before text not null,
    after text not null,
    undoing text,
    primary key (company_id, run_id, number),
    foreign key (company_id, run_id) references import_run (company_id, id)
);

create table import_error_file (
    company_id uuid not null,
    run_id uuid not null,
    number integer not null,
    name text not null,
    rejected bigint not null,
    content text not null, form text not null default 'csv',
    primary key (company_id, run_id, number),
    foreign key (company_id, run_id) references import_run (company_id, id)
);

create table account_key (
    company_id uuid not null,
    key text not null,
    account_id uuid not null,
    primary key (company_id, key, account_id),
    foreign key (company_id, account_id) references account (company_id, id)
) without rowid;
create index account_key_account on account_key (company_id, account_id);

create table account_duplicate (
    company_id uuid not null,
    first_id uuid not null,
    second_id uuid not null,
    score integer not null,
    parts text not null,
    state text not null,
    found_at bigint not null,
    decided_at bigint,
    person_id uuid,
    primary key (company_id, first_id, second_id),
    foreign key (company_id, first_id) references account (company_id, id),
    foreign key (company_id, second_id) references account (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;
create index account_duplicate_state on account_duplicate (company_id, state, score);
create index account_duplicate_second on account_duplicate (company_id, second_id);

create table duplicate_scan (
    company_id uuid not null references company (id),
    id uuid not null,
    person_id uuid,
    after_key text not null,
    keys bigint not null,
    done bigint not null,
    found bigint not null,
    started_at bigint not null,
    finished_at bigint, kind text not null default 'account',
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);

create table account_merge (
    company_id uuid not null,
    id uuid not null,
    survivor_id uuid not null,
    merged_id uuid not null,
    person_id uuid,
    at bigint not null,
    undone_at bigint,
    primary key (company_id, id),
    foreign key (company_id, survivor_id) references account (company_id, id),
    foreign key (company_id, merged_id) references account (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);
create unique index account_merge_once on account_merge (company_id, merged_id)
where undone_at is null;
create index account_merge_survivor on account_merge (company_id, survivor_id);

create table account_merge_row (
    company_id uuid not null,
    merge_id uuid not null,
    number integer not null,
    table_name text not null,
    row_key text not null,
    changes text not null,
    primary key (company_id, merge_id, number),
    foreign key (company_id, merge_id) references account_merge (company_id, id)
) without rowid;

create table pipeline (
    company_id uuid not null references company (id),
    code text not null,
    label_id text not null,
    label_en text not null,
    position integer not null,
    retired_at bigint,
    primary key (company_id, code)
);

create table stage (
    company_id uuid not null,
    pipeline text not null,
    code text not null,
    label_id text not null,
    label_en text not null,
    kind text not null,
    probability integer not null,
    expected_days integer,
    position integer not null,
    retired_at bigint, category text not null default 'pipeline',
    primary key (company_id, pipeline, code),
    foreign key (company_id, pipeline) references pipeline (company_id, code),
    check (0 <= probability and probability <= 100)
);
create unique index stage_kind on stage (company_id, pipeline, code, kind);

create table lost_reason (
    company_id uuid not null references company (id),
    code text not null,
    label_id text not null,
    label_en text not null,
    asks_note boolean not null,
    position integer not null,
    hidden_at bigint,
    primary key (company_id, code)
);

create table "opportunity" (
    company_id uuid not null references company (id),
    id uuid not null,
    owner_id uuid not null,
    account_id uuid,
    product_id uuid,
    external_key text,
    name text not null,
    name_key text not null,
    pipeline text not null,
    stage text not null,
    kind text not null,
    stage_since bigint not null,
    engaged_on text,
    closed_on text,
    expected_close_on text,
    value_amount bigint,
    value_currency text not null,
    next_step text,
    next_step_on text,
    lost_reason text,
    lost_note text,
    won_by uuid,
    created_at bigint not null,
    updated_at bigint not null,
    version bigint not null,
    hidden_at bigint, category text,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, product_id) references product (company_id, id),
    foreign key (company_id, pipeline, stage, kind) references stage (company_id, pipeline, code, kind),
    foreign key (company_id, lost_reason) references lost_reason (company_id, code),
    foreign key (company_id, won_by) references person (company_id, id)
);
create unique index opportunity_key on opportunity (company_id, external_key);
create index opportunity_account on opportunity (company_id, account_id, kind, stage_since);
create index opportunity_owner on opportunity (company_id, owner_id, updated_at, id, hidden_at);
create index opportunity_updated on opportunity (company_id, updated_at, id, owner_id, hidden_at);
create index opportunity_name on opportunity (company_id, name_key, id, owner_id, hidden_at);
create index opportunity_close on opportunity
(company_id, coalesce(closed_on, expected_close_on, '9999-12-31'), id, owner_id, hidden_at);
create index opportunity_amount on opportunity
(company_id, coalesce(value_amount, -1), id, owner_id, hidden_at);
create index opportunity_stage on opportunity
(company_id, pipeline, stage, stage_since, id, owner_id, hidden_at, value_currency, value_amount);

create table opportunity_line (
    company_id uuid not null,
    opportunity_id uuid not null,
    number integer not null,
    product_id uuid not null,
    quantity_thousandths bigint not null,
    price_amount bigint not null,
    primary key (company_id, opportunity_id, number),
    foreign key (company_id, opportunity_id) references opportunity (company_id, id),
    foreign key (company_id, product_id) references product (company_id, id)
) without rowid;

create table opportunity_contact (
    company_id uuid not null,
    opportunity_id uuid not null,
    contact_id uuid not null,
    role text not null,
    primary key (company_id, opportunity_id, contact_id),
    foreign key (company_id, opportunity_id) references opportunity (company_id, id),
    foreign key (company_id, contact_id) references contact (company_id, id)
) without rowid;
create index opportunity_contact_contact on opportunity_contact (company_id, contact_id);

create table stage_change (
    company_id uuid not null,
    opportunity_id uuid not null,
    number integer not null,
    from_pipeline text,
    from_stage text,
    pipeline text not null,
    stage text not null,
    at bigint not null,
    stayed_s bigint,
    person_id uuid,
    primary key (company_id, opportunity_id, number),
    foreign key (company_id, opportunity_id) references opportunity (company_id, id),
    foreign key (company_id, pipeline, stage) references stage (company_id, pipeline, code),
    foreign key (company_id, from_pipeline, from_stage) references stage (company_id, pipeline, code),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;

create table ledger_batch (
    company_id uuid not null references company (id),
    id uuid not null,
    source text not null,
    name text not null,
    sha256 text not null,
    documents bigint not null,
    lines bigint not null,
    net bigint not null,
    currency text not null,
    recorded_at bigint not null,
    primary key (company_id, id)
);
create unique index ledger_batch_name on ledger_batch (company_id, source, name);

create table source_account (
    company_id uuid not null,
    source text not null,
    key text not null,
    account_id uuid not null,
    house boolean not null,
    primary key (company_id, source, key),
    foreign key (company_id, account_id) references account (company_id, id)
) without rowid;
create index source_account_account on source_account (company_id, account_id);
create unique index source_account_house on source_account (company_id, source) where house;

create table source_product (
    company_id uuid not null,
    source text not null,
    key text not null,
    product_id uuid not null,
    primary key (company_id, source, key),
    foreign key (company_id, product_id) references product (company_id, id)
) without rowid;
create index source_product_product on source_product (company_id, product_id);

create table invoice (
    company_id uuid not null references company (id),
    id uuid not null,
    account_id uuid not null,
    batch_id uuid,
    source text not null,
    number text not null,
    kind text not null,
    day text not null,
    time text,
    due_on text,
    country text not null,
    currency text not null,
    net bigint not null,
    tax bigint not null,
    total bigint not null,
    lines bigint not null,
    note text,
    credited bigint not null,
    paid bigint not null,
    state text not null,
    person_id uuid,
    recorded_at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, batch_id) references ledger_batch (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);
create unique index invoice_number on invoice (company_id, source, number);
create index invoice_day on invoice (company_id, day, id);
create index invoice_batch on invoice (company_id, batch_id);

create table invoice_line (
    company_id uuid not null,
    invoice_id uuid not null,
    number integer not null,
    product_id uuid,
    text text not null,
    quantity bigint not null,
    price bigint not null,
    net bigint not null, discount bigint not null default 0,
    primary key (company_id, invoice_id, number),
    foreign key (company_id, invoice_id) references invoice (company_id, id)
) without rowid;

create table invoice_tax (
    company_id uuid not null,
    invoice_id uuid not null,
    number integer not null,
    name text not null,
    rate bigint not null,
    base bigint not null,
    amount bigint not null,
    primary key (company_id, invoice_id, number),
    foreign key (company_id, invoice_id) references invoice (company_id, id)
) without rowid;

create table correction (
    company_id uuid not null,
    document_id uuid not null,
    number integer not null,
    line integer,
    target_id uuid,
    target_line integer,
    amount bigint not null,
    why text not null,
    primary key (company_id, document_id, number),
    foreign key (company_id, document_id) references invoice (company_id, id),
    foreign key (company_id, target_id) references invoice (company_id, id)
) without rowid;
create index correction_target on correction (company_id, target_id, target_line);

create table payment (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    source text not null,
    key text not null,
    day text not null,
    currency text not null,
    amount bigint not null,
    method text,
    note text,
    person_id uuid,
    recorded_at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);
create unique index payment_key on payment (company_id, source, key);

create table allocation (
    company_id uuid not null,
    payment_id uuid not null,
    invoice_id uuid not null,
    amount bigint not null,
    primary key (company_id, payment_id, invoice_id),
    foreign key (company_id, payment_id) references payment (company_id, id),
    foreign key (company_id, invoice_id) references invoice (company_id, id)
) without rowid;
create index allocation_invoice on allocation (company_id, invoice_id);

create table sales_month (
    company_id uuid not null,
    account_id uuid not null,
    month text not null,
    currency text not null,
    country text not null,
    net bigint not null,
    quantity bigint not null,
    lines bigint not null,
    documents bigint not null,
    primary key (company_id, account_id, month, currency, country),
    foreign key (company_id, account_id) references account (company_id, id)
) without rowid;

create table sales_product_month (
    company_id uuid not null,
    product_id uuid not null,
    month text not null,
    currency text not null,
    country text not null,
    net bigint not null,
    quantity bigint not null,
    lines bigint not null,
    documents bigint not null,
    primary key (company_id, product_id, month, currency, country),
    foreign key (company_id, product_id) references product (company_id, id)
) without rowid;

create table invoice_problem (
    company_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    account_id uuid not null,
    invoice_id uuid not null,
    kind text not null,
    text text not null,
    assignee_id uuid,
    raised_at bigint not null,
    answer text,
    solved_by uuid,
    solved_at bigint,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, invoice_id) references invoice (company_id, id),
    foreign key (company_id, assignee_id) references person (company_id, id),
    foreign key (company_id, solved_by) references person (company_id, id)
);
create index invoice_problem_invoice on invoice_problem (company_id, invoice_id);
create index invoice_problem_open on invoice_problem (company_id, raised_at) where solved_at is null;

create table search_word (
    company_id uuid not null references company (id),
    word text not null,
    primary key (company_id, word)
) without rowid;

create table search_gram (
    company_id uuid not null references company (id),
    gram text not null,
    word text not null,
    primary key (company_id, gram, word)
) without rowid;

create table search_posting (
    company_id uuid not null references company (id),
    kind text not null,
    word text not null,
    record_id uuid not null,
    primary key (company_id, kind, word, record_id)
) without rowid;
create index search_posting_record on search_posting (company_id, record_id, kind, word);

create table search_state (
    company_id uuid not null references company (id),
    kind text not null,
    version integer not null,
    after_id uuid,
    built_at bigint,
    primary key (company_id, kind)
) without rowid;

create table import_file (
    company_id uuid not null,
    run_id uuid not null,
    number integer not null,
    name text not null,
    bytes bigint not null,
    asked text not null,
    look text not null,
    choice text not null,
    primary key (company_id, run_id, number),
    foreign key (company_id, run_id) references import_run (company_id, id)
);

create table import_mapping (
    company_id uuid not null references company (id),
    signature text not null,
    name text not null,
    choice text not null,
    used_at bigint not null,
    primary key (company_id, signature)
);

create table kept_report (
    company_id uuid not null references company (id),
    id uuid not null,
    owner_id uuid not null,
    name text not null,
    report text not null,
    asked text not null,
    shared text not null,
    taken_at bigint,
    reach text,
    stream_seq bigint,
    stream_hash text,
    answer text,
    sha256 text,
    created_at bigint not null,
    updated_at bigint not null,
    hidden_at bigint,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id)
);
create index kept_report_owner on kept_report (company_id, owner_id);

create table report_mail (
    company_id uuid not null,
    kept_id uuid not null,
    every text not null,
    on_day integer not null,
    hour integer not null,
    next_at bigint not null,
    paused_at bigint, file text not null default 'none',
    primary key (company_id, kept_id),
    foreign key (company_id, kept_id) references kept_report (company_id, id)
);
create index report_mail_next on report_mail (company_id, next_at);

create table report_mail_to (
    company_id uuid not null,
    kept_id uuid not null,
    person_id uuid not null,
    sent_for bigint,
    sent_at bigint,
    primary key (company_id, kept_id, person_id),
    foreign key (company_id, kept_id) references report_mail (company_id, kept_id),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;

create table statement_link (
    company_id uuid not null,
    id uuid not null,
    secret bytea not null,
    account_id uuid not null,
    owner_id uuid not null,
    from_day text not null,
    to_day text,
    frozen_at bigint,
    lang text not null,
    created_at bigint not null,
    expires_at bigint not null,
    withdrawn_at bigint,
    views bigint not null,
    viewed_at bigint,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id)
);
create unique index statement_link_secret on statement_link (company_id, secret);
create index statement_link_account on statement_link (company_id, account_id, created_at);

create table tag (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    name_key text not null,
    created_at bigint not null,
    primary key (company_id, id)
);
create unique index tag_name on tag (company_id, name_key);

create table account_tag (
    company_id uuid not null,
    account_id uuid not null,
    tag_id uuid not null,
    primary key (company_id, account_id, tag_id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, tag_id) references tag (company_id, id)
) without rowid;
create index account_tag_tag on account_tag (company_id, tag_id, account_id);

create table account_member (
    company_id uuid not null,
    account_id uuid not null,
    person_id uuid not null,
    role text not null,
    kind text not null,
    share integer not null check (share between 0 and 10000),
    created_at bigint not null,
    primary key (company_id, account_id, person_id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;
create index account_member_person on account_member (company_id, person_id, account_id);

create table payment_term (
    company_id uuid not null references company (id),
    code text not null,
    label_id text not null,
    label_en text not null,
    kind text not null,
    days integer not null check (days between 0 and 365),
    usual boolean not null,
    position integer not null,
    hidden_at bigint,
    primary key (company_id, code)
);
create unique index payment_term_usual on payment_term (company_id) where usual;

create table account_payment (
    company_id uuid not null,
    account_id uuid not null,
    term_code text,
    method text,
    updated_at bigint not null,
    primary key (company_id, account_id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, term_code) references payment_term (company_id, code)
) without rowid;

create table bank_account (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    bank text not null,
    number text not null,
    holder text not null,
    since bigint not null,
    ended_at bigint,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id)
);
create index bank_account_account on bank_account (company_id, account_id);

create table bank_change (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    bank_account_id uuid,
    kind text not null,
    bank text,
    number text,
    holder text,
    reason text not null,
    state text not null,
    proposed_by uuid not null,
    proposed_at bigint not null,
    decided_by uuid,
    decided_at bigint,
    why text,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, bank_account_id) references bank_account (company_id, id),
    foreign key (company_id, proposed_by) references person (company_id, id),
    foreign key (company_id, decided_by) references person (company_id, id),
    check (state not in ('accepted', 'refused') or decided_by <> proposed_by)
);
create index bank_change_account on bank_change (company_id, account_id, proposed_at);
create index bank_change_state on bank_change (company_id, state, proposed_at);
create unique index bank_change_waits on bank_change (company_id, bank_account_id)
where state = 'waiting';

create table custom_field (
    company_id uuid not null references company (id),
    id uuid not null,
    record text not null,
    code text not null,
    kind text not null,
    label_id text not null,
    label_en text not null,
    help_id text not null,
    help_en text not null,
    choices text not null,
    required boolean not null,
    in_list boolean not null,
    seen_by text not null,
    kept_by text not null,
    position integer not null,
    created_at bigint not null,
    hidden_at bigint, limits text not null default '{}',
    primary key (company_id, id)
);
create unique index custom_field_code on custom_field (company_id, record, code);

create table custom_value (
    company_id uuid not null,
    id uuid not null,
    field_id uuid not null,
    account_id uuid,
    contact_id uuid,
    value text not null,
    number bigint,
    primary key (company_id, id),
    foreign key (company_id, field_id) references custom_field (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, contact_id) references contact (company_id, id),
    check ((account_id is null) <> (contact_id is null))
);
create unique index custom_value_account on custom_value (company_id, account_id, field_id);
create unique index custom_value_contact on custom_value (company_id, contact_id, field_id);
create index custom_value_field on custom_value (company_id, field_id, account_id);

create table note_contact (
    company_id uuid not null,
    note_id uuid not null,
    contact_id uuid not null,
    primary key (company_id, note_id, contact_id),
    foreign key (company_id, note_id) references note (company_id, id),
    foreign key (company_id, contact_id) references contact (company_id, id)
);
create index note_contact_contact on note_contact (company_id, contact_id);

create table note_version (
    company_id uuid not null,
    id uuid not null,
    note_id uuid not null,
    person_id uuid not null,
    text text not null,
    outcome text,
    at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, note_id) references note (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);
create index note_version_note on note_version (company_id, note_id, at);

create table mention (
    company_id uuid not null,
    note_id uuid not null,
    person_id uuid not null,
    at bigint not null,
    primary key (company_id, note_id, person_id),
    foreign key (company_id, note_id) references note (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);

create table notice (
    company_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    actor_id uuid,
    name text not null,
    subject_kind text not null,
    subject_id uuid not null,
    data text not null,
    link text not null,
    at bigint not null,
    read_at bigint,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id),
    foreign key (company_id, actor_id) references person (company_id, id)
);
create index notice_person on notice (company_id, person_id, id);
create index notice_unread on notice (company_id, person_id) where read_at is null;
create index notice_subject on notice (company_id, subject_id);
create index task_due on task (company_id, due_on);
create unique index task_series_once on task (company_id, series_id, series_number);
create index task_series_waits on task (company_id, series_on)
where repeat_rule is not null and next_id is null;
create index task_opportunity on task (company_id, opportunity_id) where opportunity_id is not null;
create index task_template_use on task (company_id, template_use_id)
where template_use_id is not null;
create index task_owner_due on task (company_id, owner_id, due_on);

create table task_template (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    created_at bigint not null,
    updated_at bigint not null,
    retired_at bigint,
    primary key (company_id, id)
);

create table task_template_step (
    company_id uuid not null,
    template_id uuid not null,
    position integer not null,
    text text not null,
    days integer not null,
    counted text not null,
    primary key (company_id, template_id, position),
    foreign key (company_id, template_id) references task_template (company_id, id)
);

create table calendar_feed (
    company_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    secret bytea not null,
    tasks boolean not null,
    visits boolean not null,
    deals boolean not null,
    created_at bigint not null,
    withdrawn_at bigint,
    read_at bigint,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id)
);
create unique index calendar_feed_secret on calendar_feed (company_id, secret);
create unique index calendar_feed_once on calendar_feed (company_id, owner_id)
where withdrawn_at is null;

create table prospect_choice (
    company_id uuid not null references company (id),
    list text not null,
    code text not null,
    label_id text not null,
    label_en text not null,
    position integer not null,
    hidden_at bigint,
    primary key (company_id, list, code)
);

create table prospect (
    company_id uuid not null references company (id),
    id uuid not null,
    owner_id uuid,
    name text not null,
    name_key text not null,
    contact_name text,
    contact_role text,
    phone text,
    email text,
    street text,
    city text,
    province text,
    industry text,
    source text not null,
    external_key text,
    note text,
    status text not null,
    reason text,
    reason_note text,
    value_amount bigint,
    value_currency text not null,
    next_step text,
    next_step_on text,
    account_id uuid,
    contact_id uuid,
    opportunity_id uuid,
    made_account boolean not null,
    made_contact boolean not null,
    converted_at bigint,
    converted_by uuid,
    created_at bigint not null,
    created_by uuid,
    updated_at bigint not null,
    version bigint not null,
    hidden_at bigint,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, contact_id) references contact (company_id, id),
    foreign key (company_id, opportunity_id) references opportunity (company_id, id),
    foreign key (company_id, converted_by) references person (company_id, id),
    foreign key (company_id, created_by) references person (company_id, id),
    check ((status = 'converted') = (account_id is not null))
);
create unique index prospect_external on prospect (company_id, external_key) where external_key is not null;
create index prospect_owner on prospect (company_id, owner_id, updated_at, id);
create index prospect_newest on prospect (company_id, updated_at, id);
create index prospect_account on prospect (company_id, account_id);

create table prospect_key (
    company_id uuid not null,
    key text not null,
    prospect_id uuid not null,
    primary key (company_id, key, prospect_id),
    foreign key (company_id, prospect_id) references prospect (company_id, id)
) without rowid;
create index prospect_key_prospect on prospect_key (company_id, prospect_id);

create table assignment_rule (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    position integer not null,
    places text not null,
    industries text not null,
    sources text not null,
    value_from bigint,
    way text not null,
    person_id uuid,
    team_id uuid,
    most_open integer,
    most_clients integer,
    most_in_day integer,
    most_in_month integer,
    last_id uuid,
    retired_at bigint,
    created_at bigint not null,
    updated_at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id),
    foreign key (company_id, team_id) references team (company_id, id),
    foreign key (company_id, last_id) references person (company_id, id)
);

create table assignment_turn (
    company_id uuid not null references company (id),
    taken bigint not null,
    primary key (company_id)
);

create table assignment_pause (
    company_id uuid not null,
    person_id uuid not null,
    until text,
    reason text,
    created_at bigint not null,
    primary key (company_id, person_id),
    foreign key (company_id, person_id) references person (company_id, id)
);

create table prospect_assignment (
    company_id uuid not null,
    id uuid not null,
    prospect_id uuid not null,
    person_id uuid,
    rule_id uuid,
    how text not null,
    why text not null,
    at bigint not null,
    by_id uuid,
    primary key (company_id, id),
    foreign key (company_id, prospect_id) references prospect (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id),
    foreign key (company_id, rule_id) references assignment_rule (company_id, id),
    foreign key (company_id, by_id) references person (company_id, id)
);
create index prospect_assignment_prospect on prospect_assignment (company_id, prospect_id, at);
create index prospect_assignment_person on prospect_assignment (company_id, person_id, at);

create table onboarding_template (
    company_id uuid not null references company (id),
    code text not null,
    label_id text not null,
    label_en text not null,
    industries text not null,
    position integer not null,
    retired_at bigint,
    primary key (company_id, code)
);

create table onboarding_template_step (
    company_id uuid not null,
    template text not null,
    position integer not null,
    kind text not null,
    label_id text not null,
    label_en text not null,
    days integer not null,
    whose text not null,
    role text,
    person_id uuid,
    primary key (company_id, template, position),
    foreign key (company_id, template) references onboarding_template (company_id, code),
    foreign key (company_id, person_id) references person (company_id, id)
);

create table onboarding (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    template text not null,
    label_id text not null,
    label_en text not null,
    why text not null,
    begun_at bigint not null,
    begun_by uuid,
    ended_at bigint,
    stopped_at bigint,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, begun_by) references person (company_id, id)
);
create unique index onboarding_account on onboarding (company_id, account_id) where stopped_at is null;

create table onboarding_step (
    company_id uuid not null,
    id uuid not null,
    onboarding_id uuid not null,
    task_id uuid not null,
    position integer not null,
    kind text not null,
    label_id text not null,
    label_en text not null,
    seen text,
    skipped_at bigint,
    skipped_why text,
    primary key (company_id, id),
    foreign key (company_id, onboarding_id) references onboarding (company_id, id),
    foreign key (company_id, task_id) references task (company_id, id)
);
create index onboarding_step_onboarding on onboarding_step (company_id, onboarding_id, position);
create index onboarding_step_task on onboarding_step (company_id, task_id);

create table target (
    company_id uuid not null references company (id),
    holder_id uuid not null,
    measure text not null,
    currency text not null,
    month text not null,
    person_id uuid,
    team_id uuid,
    amount bigint not null,
    updated_at bigint not null,
    version bigint not null,
    primary key (company_id, holder_id, measure, currency, month),
    foreign key (company_id, person_id) references person (company_id, id),
    foreign key (company_id, team_id) references team (company_id, id),
    check (0 <= amount)
) without rowid;
create index target_month on target (company_id, month);

create table target_lock (
    company_id uuid not null references company (id),
    holder_id uuid not null,
    month text not null,
    at bigint not null,
    primary key (company_id, holder_id, month)
) without rowid;

create table forecast (
    company_id uuid not null references company (id),
    id uuid not null,
    person_id uuid not null,
    scope text not null,
    period text not null,
    state text not null,
    week text not null,
    comment text,
    taken_at bigint not null,
    decided_by uuid,
    decided_at bigint,
    why text,
    version bigint not null,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id),
    foreign key (company_id, decided_by) references person (company_id, id)
);
create index forecast_person on forecast (company_id, person_id, period, taken_at);
create index forecast_period on forecast (company_id, period, state);
create unique index forecast_open_once on forecast (company_id, person_id, scope, period)
where state = 'submitted';
create unique index forecast_week_once on forecast (company_id, person_id, scope, period, week)
where state = 'kept';

create table forecast_figure (
    company_id uuid not null,
    forecast_id uuid not null,
    person_id uuid not null,
    currency text not null,
    target bigint,
    won bigint not null,
    committed bigint not null,
    best_case bigint not null,
    pipeline bigint not null,
    weighted bigint not null,
    deals integer not null,
    called bigint,
    adjusted bigint,
    primary key (company_id, forecast_id, person_id, currency),
    foreign key (company_id, forecast_id) references forecast (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;

create table forecast_deal (
    company_id uuid not null,
    forecast_id uuid not null,
    opportunity_id uuid not null,
    person_id uuid not null,
    name text not null,
    client text not null,
    stage text not null,
    category text not null,
    probability integer not null,
    amount bigint,
    currency text not null,
    close_on text not null,
    primary key (company_id, forecast_id, opportunity_id),
    foreign key (company_id, forecast_id) references forecast (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;

create table book_move (
    company_id uuid not null references company (id),
    id uuid not null,
    person_id uuid not null,
    from_id uuid,
    plan text not null,
    state text not null,
    accounts bigint not null,
    done bigint not null,
    moved bigint not null,
    left_behind bigint not null,
    created_at bigint not null,
    started_at bigint,
    finished_at bigint,
    undone_at bigint,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id),
    foreign key (company_id, from_id) references person (company_id, id)
);

create table book_move_row (
    company_id uuid not null,
    move_id uuid not null,
    account_id uuid not null,
    position bigint not null,
    from_id uuid,
    to_id uuid,
    reason text not null,
    conflicts text not null,
    deals integer not null,
    tasks integer not null,
    visits integer not null,
    worth bigint not null,
    seen_at bigint not null,
    state text not null,
    taken text not null, refused text,
    primary key (company_id, move_id, account_id),
    foreign key (company_id, move_id) references book_move (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, from_id) references person (company_id, id),
    foreign key (company_id, to_id) references person (company_id, id)
) without rowid;
create unique index book_move_row_position on book_move_row (company_id, move_id, position);
create index book_move_row_account on book_move_row (company_id, account_id);

create table handover_pack (
    company_id uuid not null,
    id uuid not null,
    move_id uuid,
    account_id uuid not null,
    from_id uuid,
    to_id uuid not null,
    note text,
    moved_on text not null,
    moved_at bigint not null,
    baseline text not null,
    grace_until text not null,
    acknowledged_at bigint,
    withdrawn_at bigint, side_note text,
    primary key (company_id, id),
    foreign key (company_id, move_id) references book_move (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, from_id) references person (company_id, id),
    foreign key (company_id, to_id) references person (company_id, id)
);
create index handover_pack_to on handover_pack (company_id, to_id, moved_at);
create index handover_pack_account on handover_pack (company_id, account_id, moved_at);

create table handover_question (
    company_id uuid not null,
    id uuid not null,
    pack_id uuid not null,
    asked_by uuid not null,
    asked_of uuid not null,
    text text not null,
    at bigint not null,
    answer text,
    answered_by uuid,
    answered_at bigint,
    primary key (company_id, id),
    foreign key (company_id, pack_id) references handover_pack (company_id, id),
    foreign key (company_id, asked_by) references person (company_id, id),
    foreign key (company_id, asked_of) references person (company_id, id),
    foreign key (company_id, answered_by) references person (company_id, id)
);
create index handover_question_pack on handover_question (company_id, pack_id, at);
create index handover_question_of on handover_question (company_id, asked_of) where answered_at is null;

create table handover_rule (
    company_id uuid not null references company (id),
    way text not null,
    person_id uuid,
    grace_days integer not null,
    updated_at bigint not null,
    primary key (company_id),
    foreign key (company_id, person_id) references person (company_id, id)
);

create table saved_view (
    company_id uuid not null references company (id),
    id uuid not null,
    owner_id uuid not null,
    list text not null,
    name text not null,
    question text not null,
    shared text not null,
    created_at bigint not null,
    updated_at bigint not null,
    hidden_at bigint,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id)
);
create index saved_view_list on saved_view (company_id, list, owner_id);

create table bulk_change (
    company_id uuid not null references company (id),
    id uuid not null,
    owner_id uuid not null,
    field text not null,
    value text not null,
    made_at bigint not null,
    undone_at bigint,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id)
);

create table bulk_row (
    company_id uuid not null,
    change_id uuid not null,
    account_id uuid not null,
    before text not null,
    after text not null,
    primary key (company_id, change_id, account_id),
    foreign key (company_id, change_id) references bulk_change (company_id, id)
) without rowid;

create table content (
    company_id uuid not null references company (id),
    sha256 text not null,
    bytes bigint not null,
    created_at bigint not null,
    freed_at bigint,
    primary key (company_id, sha256)
) without rowid;

create table attachment (
    company_id uuid not null references company (id),
    id uuid not null,
    account_id uuid,
    opportunity_id uuid,
    note_id uuid,
    owner_id uuid not null,
    name text not null,
    description text,
    kind text not null,
    bytes bigint not null,
    sha256 text not null,
    content text not null,
    width integer,
    height integer,
    internal boolean not null,
    created_at bigint not null,
    updated_at bigint not null,
    hidden_at bigint,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, opportunity_id) references opportunity (company_id, id),
    foreign key (company_id, note_id) references note (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, content) references content (company_id, sha256),
    check ((account_id is null) <> (opportunity_id is null)),
    check (note_id is null or account_id is not null)
);
create index attachment_account on attachment (company_id, account_id, id);
create index attachment_opportunity on attachment (company_id, opportunity_id, id);
create index attachment_note on attachment (company_id, note_id);
create index attachment_content on attachment (company_id, content);
create index attachment_hidden on attachment (company_id, hidden_at) where hidden_at is not null;

create table industry (
    company_id uuid not null references company (id),
    name_key text not null,
    name text not null,
    created_at bigint not null,
    primary key (company_id, name_key)
) without rowid;

create table starter_use (
    company_id uuid not null references company (id),
    id uuid not null,
    starter text not null,
    person_id uuid,
    used_at bigint not null,
    undone_at bigint,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);

create table starter_item (
    company_id uuid not null,
    use_id uuid not null,
    number integer not null,
    kind text not null,
    item text not null,
    label_id text not null,
    label_en text not null,
    removed_at bigint,
    primary key (company_id, use_id, number),
    foreign key (company_id, use_id) references starter_use (company_id, id)
) without rowid;
create index opportunity_closed on opportunity
(company_id, closed_on, value_currency, kind, owner_id, account_id, product_id, value_amount,
engaged_on, hidden_at, id)
where closed_on is not null;
create index opportunity_closed_by on opportunity
(company_id, owner_id, value_currency, closed_on, kind, value_amount, engaged_on, hidden_at)
where closed_on is not null;
create index invoice_account on invoice (company_id, account_id, day, id, kind);
create index note_owner on note (company_id, owner_id, id);

create table contact_merge (
    company_id uuid not null,
    id uuid not null,
    survivor_id uuid not null,
    merged_id uuid not null,
    person_id uuid,
    at bigint not null,
    undone_at bigint,
    primary key (company_id, id),
    foreign key (company_id, survivor_id) references contact (company_id, id),
    foreign key (company_id, merged_id) references contact (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);
create unique index contact_merge_once on contact_merge (company_id, merged_id)
where undone_at is null;
create index contact_merge_survivor on contact_merge (company_id, survivor_id);

create table contact_merge_row (
    company_id uuid not null,
    merge_id uuid not null,
    number integer not null,
    table_name text not null,
    row_key text not null,
    changes text not null,
    primary key (company_id, merge_id, number),
    foreign key (company_id, merge_id) references contact_merge (company_id, id)
) without rowid;
create index contact_phone on contact (company_id, phone);
create index contact_whatsapp on contact (company_id, whatsapp);
create index contact_email on contact (company_id, email);
create index payment_day on payment (company_id, day, id);
create index payment_account on payment (company_id, account_id, day, id);
create unique index invoice_in_books on invoice (company_id, number) where source in ('api', 'file');
create unique index payment_in_books on payment (company_id, key) where source in ('api', 'file');

create table contact_key (
    company_id uuid not null,
    key text not null,
    contact_id uuid not null,
    primary key (company_id, key, contact_id),
    foreign key (company_id, contact_id) references contact (company_id, id)
) without rowid;
create index contact_key_contact on contact_key (company_id, contact_id);

create table contact_duplicate (
    company_id uuid not null,
    first_id uuid not null,
    second_id uuid not null,
    score integer not null,
    parts text not null,
    state text not null,
    found_at bigint not null,
    decided_at bigint,
    person_id uuid,
    primary key (company_id, first_id, second_id),
    foreign key (company_id, first_id) references contact (company_id, id),
    foreign key (company_id, second_id) references contact (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;
create index contact_duplicate_state on contact_duplicate (company_id, state, score);
create index contact_duplicate_second on contact_duplicate (company_id, second_id);
create index file_stored on file (company_id, stored);
create index opportunity_closed_product on opportunity
(company_id, product_id, value_currency, closed_on, kind, value_amount, engaged_on, hidden_at, id,
owner_id)
where closed_on is not null;
