-- A word that people hang on clients.
create table tag (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    name_key text not null,
    created_at bigint not null,
    primary key (company_id, id)
);

create unique index tag_name on tag (company_id, name_key);

create table account_tag (
    company_id uuid not null,
    account_id uuid not null,
    tag_id uuid not null,
    primary key (company_id, account_id, tag_id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, tag_id) references tag (company_id, id)
)/*sqlite without rowid*/;

create index account_tag_tag on account_tag (company_id, tag_id, account_id);

-- Who works on a client beside its owner, and how much of what it brings is counted as theirs,
-- in hundredths of a percent.
create table account_member (
    company_id uuid not null,
    account_id uuid not null,
    person_id uuid not null,
    role text not null,
    kind text not null,
    share integer not null check (share between 0 and 10000),
    created_at bigint not null,
    primary key (company_id, account_id, person_id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
)/*sqlite without rowid*/;

create index account_member_person on account_member (company_id, person_id, account_id);

-- When a company's clients pay, as it says it.
create table payment_term (
    company_id uuid not null references company (id),
    code text not null,
    label_id text not null,
    label_en text not null,
    kind text not null,
    days integer not null check (days between 0 and 365),
    usual boolean not null,
    position integer not null,
    hidden_at bigint,
    primary key (company_id, code)
);

-- One of them is for whoever has none of their own.
create unique index payment_term_usual on payment_term (company_id) where usual;

insert into payment_term (company_id, code, label_id, label_en, kind, days, usual, position)
select c.id, t.code, t.label_id, t.label_en, t.kind, t.days, t.usual, t.position
from company c cross join (
    select 'prepaid' as code, 'Bayar di muka' as label_id, 'Prepaid' as label_en,
        'prepaid' as kind, 0 as days, false as usual, 1 as position
    union all select 'on_delivery', 'Bayar saat diterima', 'On delivery', 'on_delivery', 0, false, 2
    union all select 'net_14', '14 hari', '14 days', 'net', 14, false, 3
    union all select 'net_30', '30 hari', '30 days', 'net', 30, true, 4
    union all select 'net_60', '60 hari', '60 days', 'net', 60, false, 5
    union all select 'month_end', 'Akhir bulan berikutnya', 'End of the next month', 'month_end', 30, false, 6
) t;

-- How a client pays; there is one for each client that has its own way.
create table account_payment (
    company_id uuid not null,
    account_id uuid not null,
    term_code text,
    method text,
    updated_at bigint not null,
    primary key (company_id, account_id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, term_code) references payment_term (company_id, code)
)/*sqlite without rowid*/;

-- From where a client pays, and to where money goes back. Written by accepted changes alone.
create table bank_account (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    bank text not null,
    number text not null,
    holder text not null,
    since bigint not null,
    ended_at bigint,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id)
);

create index bank_account_account on bank_account (company_id, account_id);

-- A change that somebody asks for and somebody else decides.
create table bank_change (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    bank_account_id uuid,
    kind text not null,
    bank text,
    number text,
    holder text,
    reason text not null,
    state text not null,
    proposed_by uuid not null,
    proposed_at bigint not null,
    decided_by uuid,
    decided_at bigint,
    why text,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, bank_account_id) references bank_account (company_id, id),
    foreign key (company_id, proposed_by) references person (company_id, id),
    foreign key (company_id, decided_by) references person (company_id, id),
    -- Nobody decides what they asked for.
    check (state not in ('accepted', 'refused') or decided_by <> proposed_by)
);

create index bank_change_account on bank_change (company_id, account_id, proposed_at);
create index bank_change_state on bank_change (company_id, state, proposed_at);

-- One change of a bank account at a time.
create unique index bank_change_waits on bank_change (company_id, bank_account_id)
where state = 'waiting';

-- What a company writes down of its clients and contacts beside what everybody does.
create table custom_field (
    company_id uuid not null references company (id),
    id uuid not null,
    record text not null,
    code text not null,
    kind text not null,
    label_id text not null,
    label_en text not null,
    help_id text not null,
    help_en text not null,
    -- What there is to choose from, as JSON.
    choices text not null,
    required boolean not null,
    in_list boolean not null,
    seen_by text not null,
    kept_by text not null,
    position integer not null,
    created_at bigint not null,
    hidden_at bigint,
    primary key (company_id, id)
);

create unique index custom_field_code on custom_field (company_id, record, code);

-- What it is for one client or one contact; a number stands beside its text, to be compared.
create table custom_value (
    company_id uuid not null,
    id uuid not null,
    field_id uuid not null,
    account_id uuid,
    contact_id uuid,
    value text not null,
    number bigint,
    primary key (company_id, id),
    foreign key (company_id, field_id) references custom_field (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, contact_id) references contact (company_id, id),
    check ((account_id is null) <> (contact_id is null))
);

create unique index custom_value_account on custom_value (company_id, account_id, field_id);
create unique index custom_value_contact on custom_value (company_id, contact_id, field_id);
create index custom_value_field on custom_value (company_id, field_id, account_id);
