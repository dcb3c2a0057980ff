-- Tasks at a time, with a reminder, that come again, and from templates; a calendar that follows.

-- `HH:MM` on the clock of due_zone; none for a task of a whole day.
alter table task add column due_time text;
-- The zone of whoever wrote it down: 14:00 there stays 14:00 there, wherever it is read.
alter table task add column due_zone text;
-- That moment.
alter table task add column due_at bigint;
-- So many minutes before it; of a whole day before its morning.
alter table task add column remind_minutes integer;
alter table task add column remind_mail boolean not null default false;
-- When the reminder comes; none when it has come, or there is none.
alter table task add column remind_at bigint;
alter table task add column reminded_at bigint;
-- A rule of RFC 5545, and whether it counts from the calendar or from when one was done.
alter table task add column repeat_rule text;
alter table task add column repeat_from text;
alter table task add column series_id uuid;
-- Its place in the series, and the day on which the rule put it, wherever it was moved since.
alter table task add column series_number integer;
alter table task add column series_on text;
-- The one that came after it.
alter table task add column next_id uuid;
-- The act by which a template was put on a client.
alter table task add column template_use_id uuid;

-- However many make the next one, there is one.
create unique index task_series_once on task (company_id, series_id, series_number);
create index task_series_waits on task (company_id, series_on)
    where repeat_rule is not null and next_id is null;
create index task_opportunity on task (company_id, opportunity_id) where opportunity_id is not null;
create index task_template_use on task (company_id, template_use_id)
    where template_use_id is not null;
-- What of somebody's a calendar has to hear of.
create index task_owner_due on task (company_id, owner_id, due_on);

-- Steps that belong together, by name.
create table task_template (
    company_id uuid not null references company (id),
    id uuid not null,
    name text not null,
    created_at bigint not null,
    updated_at bigint not null,
    retired_at bigint,
    primary key (company_id, id)
);

create table task_template_step (
    company_id uuid not null,
    template_id uuid not null,
    position integer not null,
    text text not null,
    -- Days after the first one, and whether every day counts or working days alone.
    days integer not null,
    counted text not null,
    primary key (company_id, template_id, position),
    foreign key (company_id, template_id) references task_template (company_id, id)
);

-- Lets a calendar program read what somebody has to do, by a secret address.
create table calendar_feed (
    company_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    -- The hash of the secret that only the address has.
    secret bytea not null,
    tasks boolean not null,
    visits boolean not null,
    deals boolean not null,
    created_at bigint not null,
    withdrawn_at bigint,
    read_at bigint,
    primary key (company_id, id),
    foreign key (company_id, owner_id) references person (company_id, id)
);

create unique index calendar_feed_secret on calendar_feed (company_id, secret);
-- A new address ends the one before.
create unique index calendar_feed_once on calendar_feed (company_id, owner_id)
    where withdrawn_at is null;
