-- What somebody keeps of a report: its question, to be answered anew each time, or a frozen copy
-- of an answer, which never changes. `taken_at` and what follows belong to a copy.
create table kept_report (
    company_id uuid not null references company (id),
    id uuid not null,
    owner_id uuid not null,
    name text not null,
    report text not null,
    asked text not null,
    shared text not null,
    taken_at bigint,
    reach text,
    stream_seq bigint,
    stream_hash text,
    answer text,
    sha256 text,
    created_at bigint not null,
    updated_at bigint not null,
    hidden_at bigint,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id)
);
create index kept_report_owner on kept_report (company_id, owner_id);

-- A kept question that goes out by mail, again and again.
create table report_mail (
    company_id uuid not null,
    kept_id uuid not null,
    every text not null,
    on_day integer not null,
    hour integer not null,
    next_at bigint not null,
    paused_at bigint,
    primary key (company_id, kept_id),
    foreign key (company_id, kept_id) references kept_report (company_id, id)
);
create index report_mail_next on report_mail (company_id, next_at);

-- To whom; each gets it once for each time, in their own rights and language.
create table report_mail_to (
    company_id uuid not null,
    kept_id uuid not null,
    person_id uuid not null,
    sent_for bigint,
    sent_at bigint,
    primary key (company_id, kept_id, person_id),
    foreign key (company_id, kept_id) references report_mail (company_id, kept_id),
    foreign key (company_id, person_id) references person (company_id, id)
)/*sqlite without rowid*/;
