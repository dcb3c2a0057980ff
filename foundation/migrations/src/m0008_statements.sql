-- In which language documents for this client are written; none means the company's own.
alter table account add column document_language text;

-- Lets whoever has the link read the statement of one client, without signing in, for a while.
create table statement_link (
    company_id uuid not null,
    id uuid not null,
    -- The hash of the secret that only the link has.
    secret bytea not null,
    account_id uuid not null,
    -- Whoever made it.
    owner_id uuid not null,
    from_day text not null,
    -- None means: until the day on which it is read.
    to_day text,
    -- Only what had been recorded by then; none means whatever is known when it is read.
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
