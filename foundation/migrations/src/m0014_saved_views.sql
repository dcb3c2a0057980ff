-- What people ask of lists again and again, under a name.

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
