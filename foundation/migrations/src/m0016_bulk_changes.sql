-- Many clients changed at once, with what each was before.

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

-- The account is named and not referred to: what becomes of it is its own affair, and an undo asks
-- whether it is still there.
create table bulk_row (
    company_id uuid not null,
    change_id uuid not null,
    account_id uuid not null,
    before text not null,
    after text not null,
    primary key (company_id, change_id, account_id),
    foreign key (company_id, change_id) references bulk_change (company_id, id)
)/*sqlite without rowid*/;
