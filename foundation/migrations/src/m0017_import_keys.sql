-- By which another system knows a client or somebody there, and in which form rejected rows go
-- back.

alter table account add column external_key text;
alter table contact add column external_key text;
alter table import_error_file add column form text not null default 'csv';

-- When somebody last worked on files that were brought and not imported yet.
alter table import_run add column touched_at bigint;
