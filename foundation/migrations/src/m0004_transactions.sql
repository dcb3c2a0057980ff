-- The ledger: what clients bought and paid, as facts of other systems and of the API.
--
-- Amounts, prices and quantities are whole ten-thousandths. A row of a document, of its lines, of
-- a correction or of a payment never changes; what is wrong is set right by an opposite entry.

-- What arrived together: a day of another system. The same day is known again by its name, and
-- that it is the same by its hash.
create table ledger_batch (
    company_id uuid not null references company (id),
    id uuid not null,
    source text not null,
    name text not null,
    sha256 text not null,
    documents bigint not null,
    lines bigint not null,
    net bigint not null,
    currency text not null,
    recorded_at bigint not null,
    primary key (company_id, id)
);

create unique index ledger_batch_name on ledger_batch (company_id, source, name);

-- By which key another system knows a client. The house account stands for those who are not
-- named there; there is one for each source.
create table source_account (
    company_id uuid not null,
    source text not null,
    key text not null,
    account_id uuid not null,
    house boolean not null,
    primary key (company_id, source, key),
    foreign key (company_id, account_id) references account (company_id, id)
)/*sqlite without rowid*/;

create index source_account_account on source_account (company_id, account_id);
create unique index source_account_house on source_account (company_id, source) where house;

-- By which key another system knows a product.
create table source_product (
    company_id uuid not null,
    source text not null,
    key text not null,
    product_id uuid not null,
    primary key (company_id, source, key),
    foreign key (company_id, product_id) references product (company_id, id)
)/*sqlite without rowid*/;

create index source_product_product on source_product (company_id, product_id);

-- A document: invoice, credit note, cancellation, adjustment. `credited`, `paid` and `state` are
-- judged: computed from corrections and allocations, in the transaction that writes those.
create table invoice (
    company_id uuid not null references company (id),
    id uuid not null,
    account_id uuid not null,
    batch_id uuid,
    source text not null,
    number text not null,
    kind text not null,
    day text not null,
    time text,
    due_on text,
    country text not null,
    currency text not null,
    net bigint not null,
    tax bigint not null,
    total bigint not null,
    lines bigint not null,
    note text,
    credited bigint not null,
    paid bigint not null,
    state text not null,
    person_id uuid,
    recorded_at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, batch_id) references ledger_batch (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);

create unique index invoice_number on invoice (company_id, source, number);
create index invoice_account on invoice (company_id, account_id, day, id);
create index invoice_day on invoice (company_id, day, id);
create index invoice_batch on invoice (company_id, batch_id);

-- The product of a line has no reference here: half a million lines would be looked through for
-- each product that goes. The reference of sales_product_month, written with them, stands behind
-- it.
create table invoice_line (
    company_id uuid not null,
    invoice_id uuid not null,
    number integer not null,
    product_id uuid,
    text text not null,
    quantity bigint not null,
    price bigint not null,
    net bigint not null,
    primary key (company_id, invoice_id, number),
    foreign key (company_id, invoice_id) references invoice (company_id, id)
)/*sqlite without rowid*/;

create table invoice_tax (
    company_id uuid not null,
    invoice_id uuid not null,
    number integer not null,
    name text not null,
    rate bigint not null,
    base bigint not null,
    amount bigint not null,
    primary key (company_id, invoice_id, number),
    foreign key (company_id, invoice_id) references invoice (company_id, id)
)/*sqlite without rowid*/;

-- What an opposite document takes back, and of which; where that is not certain, why not.
create table correction (
    company_id uuid not null,
    document_id uuid not null,
    number integer not null,
    line integer,
    target_id uuid,
    target_line integer,
    amount bigint not null,
    why text not null,
    primary key (company_id, document_id, number),
    foreign key (company_id, document_id) references invoice (company_id, id),
    foreign key (company_id, target_id) references invoice (company_id, id)
)/*sqlite without rowid*/;

create index correction_target on correction (company_id, target_id, target_line);

-- Money that came, or with a minus went back.
create table payment (
    company_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    source text not null,
    key text not null,
    day text not null,
    currency text not null,
    amount bigint not null,
    method text,
    note text,
    person_id uuid,
    recorded_at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);

create unique index payment_key on payment (company_id, source, key);
create index payment_account on payment (company_id, account_id, day);

create table allocation (
    company_id uuid not null,
    payment_id uuid not null,
    invoice_id uuid not null,
    amount bigint not null,
    primary key (company_id, payment_id, invoice_id),
    foreign key (company_id, payment_id) references payment (company_id, id),
    foreign key (company_id, invoice_id) references invoice (company_id, id)
)/*sqlite without rowid*/;

create index allocation_invoice on allocation (company_id, invoice_id);

-- Sums of the lines, written in the transaction that writes these: by client and by product.
create table sales_month (
    company_id uuid not null,
    account_id uuid not null,
    month text not null,
    currency text not null,
    country text not null,
    net bigint not null,
    quantity bigint not null,
    lines bigint not null,
    documents bigint not null,
    primary key (company_id, account_id, month, currency, country),
    foreign key (company_id, account_id) references account (company_id, id)
)/*sqlite without rowid*/;

create table sales_product_month (
    company_id uuid not null,
    product_id uuid not null,
    month text not null,
    currency text not null,
    country text not null,
    net bigint not null,
    quantity bigint not null,
    lines bigint not null,
    documents bigint not null,
    primary key (company_id, product_id, month, currency, country),
    foreign key (company_id, product_id) references product (company_id, id)
)/*sqlite without rowid*/;

-- Somebody says that something about a document is wrong, and somebody answers.
create table invoice_problem (
    company_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    account_id uuid not null,
    invoice_id uuid not null,
    kind text not null,
    text text not null,
    assignee_id uuid,
    raised_at bigint not null,
    answer text,
    solved_by uuid,
    solved_at bigint,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, invoice_id) references invoice (company_id, id),
    foreign key (company_id, assignee_id) references person (company_id, id),
    foreign key (company_id, solved_by) references person (company_id, id)
);

create index invoice_problem_invoice on invoice_problem (company_id, invoice_id);
create index invoice_problem_open on invoice_problem (company_id, raised_at) where solved_at is null;
