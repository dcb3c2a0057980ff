-- What people promise and are asked for, and clients that pass from one to another.

--postgres alter table stage no force row level security;
-- How a deal in this stage counts in a forecast, until its owner says otherwise.
alter table stage add column category text not null default 'pipeline';
update stage set category = case
    when kind = 'won' then 'closed'
    when kind = 'lost' then 'omitted'
    when probability >= 75 then 'commit'
    when probability >= 50 then 'best-case'
    else 'pipeline'
end;
-- What its owner says of this deal; none where the stage speaks.
alter table opportunity add column category text;

-- What is asked of somebody, of a team or of the company in a month. A quarter is the sum of its
-- months, and a year too, so nothing is kept twice.
create table target (
    company_id uuid not null references company (id),
    -- The person, the team, or the company itself.
    holder_id uuid not null,
    measure text not null,
    -- Empty of a count.
    currency text not null,
    month text not null,
    person_id uuid,
    team_id uuid,
    amount bigint not null,
    updated_at bigint not null,
    version bigint not null,
    primary key (company_id, holder_id, measure, currency, month),
    foreign key (company_id, person_id) references person (company_id, id),
    foreign key (company_id, team_id) references team (company_id, id),
    check (0 <= amount)
)/*sqlite without rowid*/;

create index target_month on target (company_id, month);

-- A month whose forecast was approved: its target changes only after somebody opened it.
create table target_lock (
    company_id uuid not null references company (id),
    holder_id uuid not null,
    month text not null,
    at bigint not null,
    primary key (company_id, holder_id, month)
)/*sqlite without rowid*/;

-- What somebody said of a period at a moment. What it said stays, whatever becomes of the deals.
create table forecast (
    company_id uuid not null references company (id),
    id uuid not null,
    person_id uuid not null,
    -- Their own deals, or those of everybody below them.
    scope text not null,
    period text not null,
    state text not null,
    -- The Monday of the week in which it was said.
    week text not null,
    comment text,
    taken_at bigint not null,
    decided_by uuid,
    decided_at bigint,
    why text,
    version bigint not null,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id),
    foreign key (company_id, decided_by) references person (company_id, id)
);

create index forecast_person on forecast (company_id, person_id, period, taken_at);
create index forecast_period on forecast (company_id, period, state);
-- Nobody waits twice for the same answer.
create unique index forecast_open_once on forecast (company_id, person_id, scope, period)
    where state = 'submitted';
-- A week is kept once.
create unique index forecast_week_once on forecast (company_id, person_id, scope, period, week)
    where state = 'kept';

create table forecast_figure (
    company_id uuid not null,
    forecast_id uuid not null,
    person_id uuid not null,
    currency text not null,
    target bigint,
    won bigint not null,
    committed bigint not null,
    best_case bigint not null,
    pipeline bigint not null,
    -- Amounts times percent.
    weighted bigint not null,
    deals integer not null,
    -- What the person says will come, and what whoever answers for them makes of it.
    called bigint,
    adjusted bigint,
    primary key (company_id, forecast_id, person_id, currency),
    foreign key (company_id, forecast_id) references forecast (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
)/*sqlite without rowid*/;

-- The deals behind it, as they were. They may be gone by now.
create table forecast_deal (
    company_id uuid not null,
    forecast_id uuid not null,
    opportunity_id uuid not null,
    person_id uuid not null,
    name text not null,
    client text not null,
    stage text not null,
    category text not null,
    probability integer not null,
    amount bigint,
    currency text not null,
    close_on text not null,
    primary key (company_id, forecast_id, opportunity_id),
    foreign key (company_id, forecast_id) references forecast (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
)/*sqlite without rowid*/;

-- Clients that pass to others: planned, looked at, done, and perhaps taken back.
create table book_move (
    company_id uuid not null references company (id),
    id uuid not null,
    -- Who plans it.
    person_id uuid not null,
    -- Whose clients go, where that is one person.
    from_id uuid,
    -- The choice and the rule, as JSON.
    plan text not null,
    state text not null,
    accounts bigint not null,
    done bigint not null,
    moved bigint not null,
    left_behind bigint not null,
    created_at bigint not null,
    started_at bigint,
    finished_at bigint,
    undone_at bigint,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id),
    foreign key (company_id, from_id) references person (company_id, id)
);

create table book_move_row (
    company_id uuid not null,
    move_id uuid not null,
    account_id uuid not null,
    position bigint not null,
    from_id uuid,
    to_id uuid,
    -- Why it goes there, as a code with its parts in JSON.
    reason text not null,
    -- What stands in its way or should be known, as codes with commas between.
    conflicts text not null,
    deals integer not null,
    tasks integer not null,
    visits integer not null,
    worth bigint not null,
    -- When the client had changed last as it was looked at.
    seen_at bigint not null,
    state text not null,
    -- What went with it, as JSON: ids, and the versions that they had afterwards.
    taken text not null,
    primary key (company_id, move_id, account_id),
    foreign key (company_id, move_id) references book_move (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, from_id) references person (company_id, id),
    foreign key (company_id, to_id) references person (company_id, id)
)/*sqlite without rowid*/;

create unique index book_move_row_position on book_move_row (company_id, move_id, position);
create index book_move_row_account on book_move_row (company_id, account_id);

-- What the next one must know of a client.
create table handover_pack (
    company_id uuid not null,
    id uuid not null,
    move_id uuid,
    account_id uuid not null,
    from_id uuid,
    to_id uuid not null,
    -- In the words of whoever had it.
    note text,
    moved_on text not null,
    moved_at bigint not null,
    -- What the client brought in the twelve months before, by currency, as JSON.
    baseline text not null,
    grace_until text not null,
    acknowledged_at bigint,
    -- Taken back with the move.
    withdrawn_at bigint,
    primary key (company_id, id),
    foreign key (company_id, move_id) references book_move (company_id, id),
    foreign key (company_id, account_id) references account (company_id, id),
    foreign key (company_id, from_id) references person (company_id, id),
    foreign key (company_id, to_id) references person (company_id, id)
);

create index handover_pack_to on handover_pack (company_id, to_id, moved_at);
create index handover_pack_account on handover_pack (company_id, account_id, moved_at);

create table handover_question (
    company_id uuid not null,
    id uuid not null,
    pack_id uuid not null,
    asked_by uuid not null,
    asked_of uuid not null,
    text text not null,
    at bigint not null,
    answer text,
    answered_by uuid,
    answered_at bigint,
    primary key (company_id, id),
    foreign key (company_id, pack_id) references handover_pack (company_id, id),
    foreign key (company_id, asked_by) references person (company_id, id),
    foreign key (company_id, asked_of) references person (company_id, id),
    foreign key (company_id, answered_by) references person (company_id, id)
);

create index handover_question_pack on handover_question (company_id, pack_id, at);
create index handover_question_of on handover_question (company_id, asked_of) where answered_at is null;

-- To whom a client goes when a sales representative wins it.
create table handover_rule (
    company_id uuid not null references company (id),
    -- `nobody`, `least-loaded`, `territory` or `named`.
    way text not null,
    person_id uuid,
    grace_days integer not null,
    updated_at bigint not null,
    primary key (company_id),
    foreign key (company_id, person_id) references person (company_id, id)
);
