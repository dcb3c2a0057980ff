-- How somebody at a client wishes to be reached, when they were born, and what they agreed to.

alter table contact add column channel text;
alter table contact add column birthday text;
alter table contact add column consent text;
alter table contact add column consent_on text;
alter table contact add column consent_note text;
