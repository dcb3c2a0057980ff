-- The list of payments is walked from the latest day on: of all of them, or of one client.
create index payment_day on payment (company_id, day, id);
drop index payment_account;
create index payment_account on payment (company_id, account_id, day, id);
