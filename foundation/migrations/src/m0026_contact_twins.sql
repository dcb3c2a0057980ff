-- Contacts that may be one person are found as clients are. What is missing of the keys is looked for
-- once a day; of the contacts that are there already, at the next start.
delete from schedule where name = 'accounts.keys';

-- What a contact has in common with those that may be the same: only those who share a key are
-- ever compared.
create table contact_key (
    company_id uuid not null,
    key text not null,
    contact_id uuid not null,
    primary key (company_id, key, contact_id),
    foreign key (company_id, contact_id) references contact (company_id, id)
)/*sqlite without rowid*/;

create index contact_key_contact on contact_key (company_id, contact_id);

-- Two contacts that may be one, and what somebody said about that. The first is the lesser id.
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
)/*sqlite without rowid*/;

create index contact_duplicate_state on contact_duplicate (company_id, state, score);
create index contact_duplicate_second on contact_duplicate (company_id, second_id);

-- A look goes through the clients first, and then through the people there.
alter table duplicate_scan add column kind text not null default 'account';
