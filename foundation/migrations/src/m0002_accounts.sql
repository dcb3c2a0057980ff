-- By which the tax office knows a client: 16 digits, or 22 with its place of business.
alter table account add column tax_number text;

-- What two accounts have in common if they are one: a telephone, a tax number, the bones of a name.
-- Only those who share a key are ever compared.
create table account_key (
    company_id uuid not null,
    key text not null,
    account_id uuid not null,
    primary key (company_id, key, account_id),
    foreign key (company_id, account_id) references account (company_id, id)
)/*sqlite without rowid*/;

create index account_key_account on account_key (company_id, account_id);

-- Two accounts that may be one, and what somebody said about that. The first is the lesser id.
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
)/*sqlite without rowid*/;

create index account_duplicate_state on account_duplicate (company_id, state, score);
create index account_duplicate_second on account_duplicate (company_id, second_id);

-- A look at the whole company, and how far it came.
create table duplicate_scan (
    company_id uuid not null references company (id),
    id uuid not null,
    person_id uuid,
    after_key text not null,
    keys bigint not null,
    done bigint not null,
    found bigint not null,
    started_at bigint not null,
    finished_at bigint,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);

-- One account became part of another. The account itself stays, hidden.
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

-- Nothing is part of two.
create unique index account_merge_once on account_merge (company_id, merged_id)
    where undone_at is null;
create index account_merge_survivor on account_merge (company_id, survivor_id);

-- What a merge changed in each row, so that it can be taken back.
create table account_merge_row (
    company_id uuid not null,
    merge_id uuid not null,
    number integer not null,
    table_name text not null,
    row_key text not null,
    changes text not null,
    primary key (company_id, merge_id, number),
    foreign key (company_id, merge_id) references account_merge (company_id, id)
)/*sqlite without rowid*/;
