-- What people attach, and the lists of an industry that a company begins with.

-- Under the hash of what is kept: once for each company, however often it is named.
create table content (
    company_id uuid not null references company (id),
    sha256 text not null,
    bytes bigint not null,
    created_at bigint not null,
    freed_at bigint,
    primary key (company_id, sha256)
)/*sqlite without rowid*/;

create table attachment (
    company_id uuid not null references company (id),
    id uuid not null,
    -- Of a client, perhaps of something that happened there, or of a deal.
    account_id uuid,
    opportunity_id uuid,
    note_id uuid,
    owner_id uuid not null,
    name text not null,
    description text,
    kind text not null,
    bytes bigint not null,
    -- Of what was sent; a picture that was made anew is kept under another.
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

-- An industry that a company offers beside those that everybody does.
create table industry (
    company_id uuid not null references company (id),
    name_key text not null,
    name text not null,
    created_at bigint not null,
    primary key (company_id, name_key)
)/*sqlite without rowid*/;

-- That a company began with an industry's lists, and what came of it.
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
    -- By which its own table knows it.
    item text not null,
    label_id text not null,
    label_en text not null,
    removed_at bigint,
    primary key (company_id, use_id, number),
    foreign key (company_id, use_id) references starter_use (company_id, id)
)/*sqlite without rowid*/;
