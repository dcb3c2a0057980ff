-- A file that somebody brought. Its bytes lie in the store of files, under the import's id.
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

-- How files with these columns are read here, as somebody last said.
create table import_mapping (
    company_id uuid not null references company (id),
    signature text not null,
    name text not null,
    choice text not null,
    used_at bigint not null,
    primary key (company_id, signature)
);
