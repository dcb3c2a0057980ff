-- Every word that somebody may look for, once for each company.
create table search_word (
    company_id uuid not null references company (id),
    --postgres word text collate "C" not null,
    --sqlite word text not null,
    primary key (company_id, word)
)/*sqlite without rowid*/;

-- Three letters in a row, and the words that have them: by these a misspelt word is found.
create table search_gram (
    company_id uuid not null references company (id),
    gram text not null,
    --postgres word text collate "C" not null,
    --sqlite word text not null,
    primary key (company_id, gram, word)
)/*sqlite without rowid*/;

-- Which record says which word.
create table search_posting (
    company_id uuid not null references company (id),
    kind text not null,
    --postgres word text collate "C" not null,
    --sqlite word text not null,
    record_id uuid not null,
    primary key (company_id, kind, word, record_id)
)/*sqlite without rowid*/;

create index search_posting_record on search_posting (company_id, record_id, kind, word);

-- How far the index of a kind of record has been built, and by which rules.
create table search_state (
    company_id uuid not null references company (id),
    kind text not null,
    version integer not null,
    after_id uuid,
    built_at bigint,
    primary key (company_id, kind)
)/*sqlite without rowid*/;
