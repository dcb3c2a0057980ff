-- The ledger whose days an import brings; nothing for records of other kinds.
alter table import_run add column ledger text;
