-- Those who may become clients, whose they are and why, and what is done once they are clients.

-- The company's own lists: where prospects come from, and why one is let go. A code never changes.
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

insert into prospect_choice (company_id, list, code, label_id, label_en, position)
select c.id, l.list, l.code, l.label_id, l.label_en, l.position from company c cross join (
    select 'source' as list, 'referral' as code, 'Rekomendasi' as label_id, 'Referral' as label_en, 1 as position
    union all select 'source', 'website', 'Situs web', 'Website', 2
    union all select 'source', 'phone', 'Telepon atau WhatsApp masuk', 'Incoming call or WhatsApp', 3
    union all select 'source', 'event', 'Pameran atau acara', 'Fair or event', 4
    union all select 'source', 'field', 'Ditemui di lapangan', 'Met in the field', 5
    union all select 'source', 'social', 'Media sosial', 'Social media', 6
    union all select 'source', 'import', 'Impor', 'Import', 7
    union all select 'source', 'other', 'Lainnya', 'Other', 8
    union all select 'reason', 'no_need', 'Tidak butuh', 'No need', 1
    union all select 'reason', 'no_budget', 'Tidak ada anggaran', 'No budget', 2
    union all select 'reason', 'not_reached', 'Tidak dapat dihubungi', 'Cannot be reached', 3
    union all select 'reason', 'out_of_area', 'Di luar wilayah kami', 'Out of our area', 4
    union all select 'reason', 'competitor', 'Sudah dengan pesaing', 'With a competitor', 5
    union all select 'reason', 'not_real', 'Data tidak benar', 'Not real', 6
) l;

create table prospect (
    company_id uuid not null references company (id),
    id uuid not null,
    -- Nobody's yet: it waits in the inbox.
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
    -- By which another system knows it.
    external_key text,
    note text,
    status text not null,
    -- Why it was let go.
    reason text,
    reason_note text,
    value_amount bigint,
    value_currency text not null,
    next_step text,
    next_step_on text,
    -- What came of it.
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
    -- What is converted leads to a client, and nothing else does.
    check ((status = 'converted') = (account_id is not null))
);

create unique index prospect_external on prospect (company_id, external_key) where external_key is not null;
create index prospect_owner on prospect (company_id, owner_id, updated_at, id);
create index prospect_newest on prospect (company_id, updated_at, id);
create index prospect_account on prospect (company_id, account_id);

-- What a prospect has in common with those that may be the same.
create table prospect_key (
    company_id uuid not null,
    key text not null,
    prospect_id uuid not null,
    primary key (company_id, key, prospect_id),
    foreign key (company_id, prospect_id) references prospect (company_id, id)
)/*sqlite without rowid*/;

create index prospect_key_prospect on prospect_key (company_id, prospect_id);

-- Which prospects go to whom, in the order in which they are asked.
create table assignment_rule (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    position integer not null,
    -- What it asks, as lists of words with line breaks between; an empty list asks nothing.
    places text not null,
    industries text not null,
    sources text not null,
    value_from bigint,
    -- One person, the next of a team, or whoever of a team has least to do.
    way text not null,
    person_id uuid,
    team_id uuid,
    -- Who is full: by what is open, and by what came in a day and in a month.
    most_open integer,
    most_clients integer,
    most_in_day integer,
    most_in_month integer,
    -- Who had the last turn.
    last_id uuid,
    retired_at bigint,
    created_at bigint not null,
    updated_at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id),
    foreign key (company_id, team_id) references team (company_id, id),
    foreign key (company_id, last_id) references person (company_id, id)
);

-- One turn of the whole company after the other: whoever hands out by rule holds this row, so that
-- two never take the same turn, and nobody gets more than fits.
create table assignment_turn (
    company_id uuid not null references company (id),
    taken bigint not null,
    primary key (company_id)
);

-- Who gets nothing new for a while.
create table assignment_pause (
    company_id uuid not null,
    person_id uuid not null,
    -- The last day of it; none until it is taken back.
    until text,
    reason text,
    created_at bigint not null,
    primary key (company_id, person_id),
    foreign key (company_id, person_id) references person (company_id, id)
);

-- Whose a prospect became, when, and why: never changed.
create table prospect_assignment (
    company_id uuid not null,
    id uuid not null,
    prospect_id uuid not null,
    person_id uuid,
    rule_id uuid,
    how text not null,
    -- The parts of the sentence that says why, as JSON.
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

-- What is done with a new client, from the first day to the first order.
create table onboarding_template (
    company_id uuid not null references company (id),
    code text not null,
    label_id text not null,
    label_en text not null,
    -- For which industries, with line breaks between; for all that no other is for when it is empty.
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
    -- Working days after the beginning.
    days integer not null,
    -- The client's owner, somebody in a role, or a person.
    whose text not null,
    role text,
    person_id uuid,
    primary key (company_id, template, position),
    foreign key (company_id, template) references onboarding_template (company_id, code),
    foreign key (company_id, person_id) references person (company_id, id)
);

insert into onboarding_template (company_id, code, label_id, label_en, industries, position)
select c.id, 'standard', 'Klien baru', 'New client', '', 1 from company c;

insert into onboarding_template_step (company_id, template, position, kind, label_id, label_en, days, whose)
select c.id, 'standard', s.position, s.kind, s.label_id, s.label_en, s.days, 'owner' from company c cross join (
    select 1 as position, 'account' as kind, 'Buat akun klien' as label_id, 'Create the account' as label_en, 0 as days
    union all select 2, 'payment', 'Atur cara pembayaran', 'Set up payment', 2
    union all select 3, 'explain', 'Jelaskan produk', 'Explain the products', 5
    union all select 4, 'order', 'Pesanan pertama', 'First order', 10
) s;

create table onboarding (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    template text not null,
    label_id text not null,
    label_en text not null,
    -- Why it began: converted, client, won, or by hand.
    why text not null,
    begun_at bigint not null,
    begun_by uuid,
    ended_at bigint,
    stopped_at bigint,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, begun_by) references person (company_id, id)
);

-- A client is welcomed once.
create unique index onboarding_account on onboarding (company_id, account_id) where stopped_at is null;

-- A step is a task: whose it is, until when, and whether it is done stand there.
create table onboarding_step (
    company_id uuid not null,
    id uuid not null,
    onboarding_id uuid not null,
    task_id uuid not null,
    position integer not null,
    kind text not null,
    label_id text not null,
    label_en text not null,
    -- Why it ticked itself.
    seen text,
    skipped_at bigint,
    skipped_why text,
    primary key (company_id, id),
    foreign key (company_id, onboarding_id) references onboarding (company_id, id),
    foreign key (company_id, task_id) references task (company_id, id)
);

create index onboarding_step_onboarding on onboarding_step (company_id, onboarding_id, position);
create index onboarding_step_task on onboarding_step (company_id, task_id);
