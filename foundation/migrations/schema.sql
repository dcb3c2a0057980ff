-- The schema as it stands, from SQLite: made by a test, read by people.
-- The steps that lead here are in src/.

CREATE TABLE company (
    id uuid primary key,
    slug text not null unique,
    name text not null,
    zone text not null,
    currency text not null,
    lang text not null,
    settings text not null,
    created_at bigint not null
);

CREATE TABLE sign_in_name (
    email text not null,
    company_id uuid not null references company (id),
    person_id uuid not null,
    primary key (email, company_id)
);

CREATE TABLE team (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    parent_id uuid,
    manager_id uuid,
    created_at bigint not null,
    primary key (company_id, id),
foreign key (company_id, manager_id) references person (company_id, id),
    foreign key (company_id, parent_id) references team (company_id, id)
) without rowid;
CREATE UNIQUE INDEX team_name on team (company_id, name);

CREATE TABLE person (
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
) without rowid;
CREATE UNIQUE INDEX person_email on person (company_id, email);
CREATE INDEX person_name on person (company_id, name_key, id);
CREATE INDEX person_team on person (company_id, team_id);

CREATE TABLE line (
    company_id uuid not null,
    manager_id uuid not null,
    person_id uuid not null,
    primary key (company_id, manager_id, person_id),
    foreign key (company_id, manager_id) references person (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;

CREATE TABLE credential (
    company_id uuid not null,
    person_id uuid not null,
    password_hash text not null,
    changed_at bigint not null,
    primary key (company_id, person_id),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;

CREATE TABLE session (
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
) without rowid;
CREATE INDEX session_person on session (company_id, person_id);

CREATE TABLE api_token (
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
) without rowid;
CREATE UNIQUE INDEX api_token_secret on api_token (company_id, secret_hash);

CREATE TABLE one_time_link (
    company_id uuid not null,
    id bytea not null,
    person_id uuid not null,
    purpose text not null,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
) without rowid;

CREATE TABLE event (
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
) without rowid;
CREATE INDEX event_about on event (company_id, about_id, seq);
CREATE INDEX event_owner on event (company_id, owner_id, seq);
CREATE INDEX event_subject on event (company_id, subject_id, seq);

CREATE TABLE stream_head (
    company_id uuid primary key references company (id),
    seq bigint not null,
    hash bytea not null
);

CREATE TABLE job (
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
CREATE INDEX job_due on job (due_at);

CREATE TABLE schedule (
    company_id uuid not null references company (id),
    name text not null,
    last_run bigint not null,
    failed_at bigint,
    failure text,
    primary key (company_id, name)
) without rowid;

CREATE TABLE file (
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
) without rowid;
CREATE INDEX file_sha256 on file (company_id, sha256);

CREATE TABLE product (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    series text,
    price_amount bigint not null,
    price_currency text not null,
    created_at bigint not null,
    hidden_at bigint,
    primary key (company_id, id)
) without rowid;
CREATE UNIQUE INDEX product_name on product (company_id, name);

CREATE TABLE account (
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
    last_visit_on text,
    created_at bigint not null,
    updated_at bigint not null,
    hidden_at bigint,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, parent_id) references account (company_id, id)
) without rowid;
CREATE INDEX account_name on account (company_id, name_key, id, owner_id, hidden_at, phone);
CREATE INDEX account_owner on account (company_id, owner_id, name_key, id);
CREATE INDEX account_parent on account (company_id, parent_id);
CREATE INDEX account_updated on account (company_id, updated_at, id, owner_id, hidden_at);
CREATE INDEX account_last_visit on account
    (company_id, coalesce(last_visit_on, ''), id, owner_id, hidden_at);

CREATE TABLE address (
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
) without rowid;
CREATE INDEX address_account on address (company_id, account_id);

CREATE TABLE place (
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
) without rowid;
CREATE UNIQUE INDEX place_account on place (company_id, account_id);

CREATE TABLE sighting (
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
CREATE INDEX sighting_account on sighting (company_id, account_id, at);

CREATE TABLE contact (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    name_key text not null,
    phone text,
    whatsapp text,
    email text,
    created_at bigint not null,
    updated_at bigint not null,
    hidden_at bigint,
    primary key (company_id, id)
) without rowid;
CREATE INDEX contact_name on contact (company_id, name_key, id, hidden_at, phone);

CREATE TABLE account_contact (
    company_id uuid not null,
    account_id uuid not null,
    contact_id uuid not null,
    role text,
    left_on text,
    primary key (company_id, account_id, contact_id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, contact_id) references contact (company_id, id)
) without rowid;
CREATE INDEX account_contact_contact on account_contact (company_id, contact_id);

CREATE TABLE note (
    company_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    account_id uuid not null,
    visit_id uuid,
    text text not null,
    at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id)
) without rowid;
CREATE INDEX note_account on note (company_id, account_id, at);

CREATE TABLE task (
    company_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    account_id uuid,
    text text not null,
    due_on text,
    done_at bigint,
    created_at bigint not null,
    updated_at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id)
) without rowid;
CREATE INDEX task_owner on task (company_id, owner_id, done_at, due_on);
CREATE INDEX task_account on task (company_id, account_id);

CREATE TABLE fact (
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
) without rowid;
CREATE INDEX fact_owner on fact (company_id, owner_id, recorded_at);
CREATE INDEX fact_recorded on fact (company_id, recorded_at);
CREATE INDEX fact_device on fact (company_id, device_id, recorded_at);
CREATE INDEX fact_visit on fact (company_id, visit_id);
CREATE INDEX fact_review on fact (company_id, review, owner_id) where review in ('pending', 'asked');

CREATE TABLE fact_photo (
    company_id uuid not null,
    sha256 text not null,
    fact_id uuid not null,
    primary key (company_id, sha256, fact_id),
    foreign key (company_id, fact_id) references fact (company_id, id)
) without rowid;

CREATE TABLE shift (
    company_id uuid not null references company (id),
    id uuid not null,
    team_id uuid,
    name text not null,
    starts text not null,
    ends text not null,
    grace_minutes integer not null,
    meaning text not null,
    weekdays integer not null,
    effective_from text not null,
    primary key (company_id, id),
    foreign key (company_id, team_id) references team (company_id, id)
) without rowid;
CREATE INDEX shift_team on shift (company_id, team_id, effective_from);

CREATE TABLE work_day (
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
) without rowid;
CREATE INDEX work_day_month on work_day
    (company_id, day, owner_id, state, worked_minutes, late_minutes, marks);
CREATE INDEX work_day_open on work_day (company_id, state) where state = 'open';

CREATE TABLE visit (
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
    check_in_id uuid,
    check_out_id uuid,
    created_at bigint not null,
    updated_at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, check_in_id) references fact (company_id, id),
    foreign key (company_id, check_out_id) references fact (company_id, id)
) without rowid;
CREATE INDEX visit_owner_day on visit (company_id, owner_id, day);
CREATE INDEX visit_account on visit (company_id, account_id, day);
CREATE INDEX visit_day on visit (company_id, day);
CREATE INDEX visit_updated on visit (company_id, owner_id, updated_at);
CREATE UNIQUE INDEX visit_open_once on visit (company_id, owner_id) where state = 'open';

CREATE TABLE visit_outcome (
    company_id uuid not null references company (id),
    code text not null,
    label_id text not null,
    label_en text not null,
    effective boolean not null,
    asks_note boolean not null,
    position integer not null,
    hidden_at bigint,
    primary key (company_id, code)
) without rowid;

CREATE TABLE skip_reason (
    company_id uuid not null references company (id),
    code text not null,
    label_id text not null,
    label_en text not null,
    position integer not null,
    hidden_at bigint,
    primary key (company_id, code)
) without rowid;

CREATE TABLE opportunity (
    company_id uuid not null references company (id),
    id uuid not null,
    owner_id uuid not null,
    account_id uuid,
    product_id uuid,
    external_key text not null,
    stage text not null,
    kind text not null,
    engaged_on text,
    closed_on text,
    value_amount bigint,
    value_currency text not null,
    created_at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, product_id) references product (company_id, id)
) without rowid;
CREATE UNIQUE INDEX opportunity_key on opportunity (company_id, external_key);
CREATE INDEX opportunity_account on opportunity (company_id, account_id, closed_on);
CREATE INDEX opportunity_owner on opportunity (company_id, owner_id, kind);

CREATE TABLE import_run (
    company_id uuid not null references company (id),
    id uuid not null,
    person_id uuid,
    preset text not null,
    state text not null,
    counts text not null,
    started_at bigint not null,
    finished_at bigint,
    undone_at bigint,
    primary key (company_id, id)
) without rowid;

CREATE TABLE import_change (
    company_id uuid not null,
    run_id uuid not null,
    number bigint not null,
    kind text not null,
    record_id uuid not null,
    action text not null,
    before text,
    after text not null,
    primary key (company_id, run_id, number),
    foreign key (company_id, run_id) references import_run (company_id, id)
) without rowid;
