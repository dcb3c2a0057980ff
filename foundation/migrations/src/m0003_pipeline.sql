-- Ways that deals go, their stages, and deals that people work on and not only another system.

-- A code never changes: facts, files and programs name it. What it is called may change.
create table pipeline (
    company_id uuid not null references company (id),
    code text not null,
    label_id text not null,
    label_en text not null,
    position integer not null,
    retired_at bigint,
    primary key (company_id, code)
);

create table stage (
    company_id uuid not null,
    pipeline text not null,
    code text not null,
    label_id text not null,
    label_en text not null,
    kind text not null,
    -- In percent.
    probability integer not null,
    -- Longer than this and a deal is stale; none where no time is too long.
    expected_days integer,
    position integer not null,
    retired_at bigint,
    primary key (company_id, pipeline, code),
    foreign key (company_id, pipeline) references pipeline (company_id, code),
    check (0 <= probability and probability <= 100)
);
-- A deal is open, won or lost as its stage is.
create unique index stage_kind on stage (company_id, pipeline, code, kind);

create table lost_reason (
    company_id uuid not null references company (id),
    code text not null,
    label_id text not null,
    label_en text not null,
    asks_note boolean not null,
    position integer not null,
    hidden_at bigint,
    primary key (company_id, code)
);

-- What every company has from the start; pipeline::begin_with gives new ones the same.
--postgres alter table opportunity no force row level security;
--postgres alter table product no force row level security;
--postgres alter table account no force row level security;

insert into pipeline (company_id, code, label_id, label_en, position)
select c.id, p.code, p.label_id, p.label_en, p.position from company c cross join (
    select 'new_business' as code, 'Bisnis baru' as label_id, 'New business' as label_en, 1 as position
    union all select 'renewal', 'Perpanjangan', 'Renewal', 2
    union all select 'upsell', 'Penambahan', 'Upsell', 3
) p;

insert into stage (company_id, pipeline, code, label_id, label_en, kind, probability, expected_days, position)
select c.id, s.pipeline, s.code, s.label_id, s.label_en, s.kind, s.probability, s.expected_days, s.position
from company c cross join (
    select 'new_business' as pipeline, 'Prospecting' as code, 'Penjajakan' as label_id, 'Prospecting' as label_en,
        'open' as kind, 10 as probability, 30 as expected_days, 1 as position
    union all select 'new_business', 'Engaging', 'Pendekatan', 'Engaging', 'open', 25, 45, 2
    union all select 'new_business', 'Proposal', 'Penawaran', 'Proposal', 'open', 50, 21, 3
    union all select 'new_business', 'Negotiation', 'Negosiasi', 'Negotiation', 'open', 75, 21, 4
    union all select 'new_business', 'Won', 'Menang', 'Won', 'won', 100, null, 5
    union all select 'new_business', 'Lost', 'Kalah', 'Lost', 'lost', 0, null, 6
    union all select 'renewal', 'Upcoming', 'Akan habis', 'Upcoming', 'open', 60, 60, 1
    union all select 'renewal', 'Proposal', 'Penawaran', 'Proposal', 'open', 75, 21, 2
    union all select 'renewal', 'Negotiation', 'Negosiasi', 'Negotiation', 'open', 90, 21, 3
    union all select 'renewal', 'Won', 'Diperpanjang', 'Renewed', 'won', 100, null, 4
    union all select 'renewal', 'Lost', 'Tidak diperpanjang', 'Not renewed', 'lost', 0, null, 5
    union all select 'upsell', 'Idea', 'Gagasan', 'Idea', 'open', 20, 30, 1
    union all select 'upsell', 'Proposal', 'Penawaran', 'Proposal', 'open', 50, 21, 2
    union all select 'upsell', 'Negotiation', 'Negosiasi', 'Negotiation', 'open', 75, 21, 3
    union all select 'upsell', 'Won', 'Menang', 'Won', 'won', 100, null, 4
    union all select 'upsell', 'Lost', 'Kalah', 'Lost', 'lost', 0, null, 5
) s;

insert into lost_reason (company_id, code, label_id, label_en, asks_note, position)
select c.id, r.code, r.label_id, r.label_en, r.asks_note, r.position from company c cross join (
    select 'price' as code, 'Harga' as label_id, 'Price' as label_en, false as asks_note, 1 as position
    union all select 'competitor', 'Memilih pesaing', 'Chose a competitor', false, 2
    union all select 'no_budget', 'Tidak ada anggaran', 'No budget', false, 3
    union all select 'no_decision', 'Tidak ada keputusan', 'No decision', false, 4
    union all select 'no_fit', 'Produk tidak cocok', 'Product does not fit', false, 5
    union all select 'other', 'Lainnya', 'Other', true, 6
) r;

-- Stages in another system's word, where deals stand in them already.
insert into stage (company_id, pipeline, code, label_id, label_en, kind, probability, position)
select o.company_id, 'new_business', o.stage, o.stage, o.stage, min(o.kind),
    case min(o.kind) when 'won' then 100 when 'lost' then 0 else 50 end, 10
from opportunity o
where not exists (
    select 1 from stage s
    where s.company_id = o.company_id and s.pipeline = 'new_business' and s.code = o.stage
)
group by o.company_id, o.stage;

-- One word for two kinds: the second gets a stage of its own.
insert into stage (company_id, pipeline, code, label_id, label_en, kind, probability, position)
select distinct o.company_id, 'new_business', o.stage || ' (' || o.kind || ')', o.stage, o.stage, o.kind,
    case o.kind when 'won' then 100 when 'lost' then 0 else 50 end, 11
from opportunity o
where not exists (
    select 1 from stage s
    where s.company_id = o.company_id and s.pipeline = 'new_business' and s.code = o.stage and s.kind = o.kind
);

create table deal (
    company_id uuid not null references company (id),
    id uuid not null,
    owner_id uuid not null,
    account_id uuid,
    product_id uuid,
    -- By which another system knows it.
    external_key text,
    name text not null,
    name_key text not null,
    pipeline text not null,
    stage text not null,
    kind text not null,
    stage_since bigint not null,
    engaged_on text,
    closed_on text,
    expected_close_on text,
    value_amount bigint,
    value_currency text not null,
    next_step text,
    next_step_on text,
    lost_reason text,
    lost_note text,
    won_by uuid,
    created_at bigint not null,
    updated_at bigint not null,
    -- Counts up with each change, so that nobody overwrites what they have not seen.
    version bigint not null,
    hidden_at bigint,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, product_id) references product (company_id, id),
    foreign key (company_id, pipeline, stage, kind) references stage (company_id, pipeline, code, kind),
    foreign key (company_id, lost_reason) references lost_reason (company_id, code),
    foreign key (company_id, won_by) references person (company_id, id)
);

insert into deal (
    company_id, id, owner_id, account_id, product_id, external_key, name, name_key, pipeline, stage, kind,
    stage_since, engaged_on, closed_on, value_amount, value_currency, won_by, created_at, updated_at, version
)
select o.company_id, o.id, o.owner_id, o.account_id, o.product_id, o.external_key,
    coalesce(p.name || ' · ' || a.name, p.name, a.name, o.external_key),
    lower(coalesce(p.name || ' · ' || a.name, p.name, a.name, o.external_key)),
    'new_business',
    case when s.kind = o.kind then o.stage else o.stage || ' (' || o.kind || ')' end,
    o.kind,
    --sqlite coalesce(cast(strftime('%s', coalesce(o.closed_on, o.engaged_on)) as integer) * 1000000, o.created_at),
    --postgres coalesce(extract(epoch from coalesce(o.closed_on, o.engaged_on)::timestamp)::bigint * 1000000, o.created_at),
    o.engaged_on, o.closed_on, o.value_amount, o.value_currency,
    case when o.kind = 'won' then o.owner_id end,
    o.created_at, o.created_at, 1
from opportunity o
join stage s on s.company_id = o.company_id and s.pipeline = 'new_business' and s.code = o.stage
left join product p on p.company_id = o.company_id and p.id = o.product_id
left join account a on a.company_id = o.company_id and a.id = o.account_id;

drop table opportunity;
alter table deal rename to opportunity;

create unique index opportunity_key on opportunity (company_id, external_key);
create index opportunity_account on opportunity (company_id, account_id, kind, stage_since);
-- Lists are cut from these alone, whoever asks; so hidden_at stands at the end.
create index opportunity_owner on opportunity (company_id, owner_id, updated_at, id, hidden_at);
create index opportunity_updated on opportunity (company_id, updated_at, id, owner_id, hidden_at);
create index opportunity_name on opportunity (company_id, name_key, id, owner_id, hidden_at);
create index opportunity_close on opportunity
    (company_id, coalesce(closed_on, expected_close_on, '9999-12-31'), id, owner_id, hidden_at);
create index opportunity_amount on opportunity
    (company_id, coalesce(value_amount, -1), id, owner_id, hidden_at);
-- Columns of the board, and every sum.
create index opportunity_stage on opportunity
    (company_id, pipeline, stage, stage_since, id, owner_id, hidden_at, value_currency, value_amount);

create table opportunity_line (
    company_id uuid not null,
    opportunity_id uuid not null,
    number integer not null,
    product_id uuid not null,
    quantity_thousandths bigint not null,
    -- For one, in the deal's currency.
    price_amount bigint not null,
    primary key (company_id, opportunity_id, number),
    foreign key (company_id, opportunity_id) references opportunity (company_id, id),
    foreign key (company_id, product_id) references product (company_id, id)
)/*sqlite without rowid*/;

create table opportunity_contact (
    company_id uuid not null,
    opportunity_id uuid not null,
    contact_id uuid not null,
    role text not null,
    primary key (company_id, opportunity_id, contact_id),
    foreign key (company_id, opportunity_id) references opportunity (company_id, id),
    foreign key (company_id, contact_id) references contact (company_id, id)
)/*sqlite without rowid*/;
create index opportunity_contact_contact on opportunity_contact (company_id, contact_id);

-- Every change of stage, in its order. It is only ever added to.
create table stage_change (
    company_id uuid not null,
    opportunity_id uuid not null,
    number integer not null,
    -- None at the beginning, as far as that is known.
    from_pipeline text,
    from_stage text,
    pipeline text not null,
    stage text not null,
    at bigint not null,
    -- How long it had stood in the stage before; of the first, how long it had been under way.
    stayed_s bigint,
    -- None when the company itself did it, as an import does.
    person_id uuid,
    primary key (company_id, opportunity_id, number),
    foreign key (company_id, opportunity_id) references opportunity (company_id, id),
    foreign key (company_id, pipeline, stage) references stage (company_id, pipeline, code),
    foreign key (company_id, from_pipeline, from_stage) references stage (company_id, pipeline, code),
    foreign key (company_id, person_id) references person (company_id, id)
)/*sqlite without rowid*/;

insert into stage_change (company_id, opportunity_id, number, pipeline, stage, at, stayed_s)
select company_id, id, 1, pipeline, stage, stage_since,
    --sqlite cast(strftime('%s', closed_on) as integer) - cast(strftime('%s', engaged_on) as integer)
    --postgres extract(epoch from closed_on::timestamp - engaged_on::timestamp)::bigint
from opportunity;
