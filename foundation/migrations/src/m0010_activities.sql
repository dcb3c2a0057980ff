-- What people do with clients, what they will do, and what of it is told to whom.

--postgres alter table note no force row level security;
-- A note is the plainest of what happens with a client; calls, messages and meetings are others.
alter table note add column kind text not null default 'note';
alter table note add column direction text;
alter table note add column happened_at bigint not null default 0;
alter table note add column minutes integer;
alter table note add column outcome text;
-- Never shown on anything that a client sees.
alter table note add column internal boolean not null default false;
alter table note add column opportunity_id uuid;
-- The next step that came of it.
alter table note add column task_id uuid;
alter table note add column pinned_at bigint;
alter table note add column edited_at bigint;
alter table note add column hidden_at bigint;
update note set happened_at = at;

-- The people there with whom it was.
create table note_contact (
    company_id uuid not null,
    note_id uuid not null,
    contact_id uuid not null,
    primary key (company_id, note_id, contact_id),
    foreign key (company_id, note_id) references note (company_id, id),
    foreign key (company_id, contact_id) references contact (company_id, id)
);

create index note_contact_contact on note_contact (company_id, contact_id);

-- What was written before somebody wrote it anew.
create table note_version (
    company_id uuid not null,
    id uuid not null,
    note_id uuid not null,
    person_id uuid not null,
    text text not null,
    outcome text,
    at bigint not null,
    primary key (company_id, id),
    foreign key (company_id, note_id) references note (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);

create index note_version_note on note_version (company_id, note_id, at);

-- Colleagues who are named in it, and may see the client.
create table mention (
    company_id uuid not null,
    note_id uuid not null,
    person_id uuid not null,
    at bigint not null,
    primary key (company_id, note_id, person_id),
    foreign key (company_id, note_id) references note (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id)
);

-- What somebody should know of, until they have read it. Told like an event of the same name.
create table notice (
    company_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    actor_id uuid,
    name text not null,
    subject_kind text not null,
    subject_id uuid not null,
    data text not null,
    link text not null,
    at bigint not null,
    read_at bigint,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id),
    foreign key (company_id, actor_id) references person (company_id, id)
);

create index notice_person on notice (company_id, person_id, id);
create index notice_unread on notice (company_id, person_id) where read_at is null;
create index notice_subject on notice (company_id, subject_id);

-- Who gave the step to whoever it is of; none when they wrote it down themselves.
alter table task add column assigned_by uuid;
-- The deal that it is about.
alter table task add column opportunity_id uuid;
alter table task add column hidden_at bigint;

create index task_due on task (company_id, due_on);
