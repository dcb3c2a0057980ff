-- Two contacts become one, and can be parted again.

-- One contact became part of another. The contact itself stays, hidden.
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

-- Nobody is part of two.
create unique index contact_merge_once on contact_merge (company_id, merged_id)
    where undone_at is null;
create index contact_merge_survivor on contact_merge (company_id, survivor_id);

-- What a merge changed in each row, so that it can be taken back.
create table contact_merge_row (
    company_id uuid not null,
    merge_id uuid not null,
    number integer not null,
    table_name text not null,
    row_key text not null,
    changes text not null,
    primary key (company_id, merge_id, number),
    foreign key (company_id, merge_id) references contact_merge (company_id, id)
)/*sqlite without rowid*/;

-- Whoever is written down is compared with those who have the same number or address.
create index contact_phone on contact (company_id, phone);
create index contact_whatsapp on contact (company_id, whatsapp);
create index contact_email on contact (company_id, email);
