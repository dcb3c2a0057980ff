-- What a document takes off a line of its own. Lines from before tell a price that is less already.
alter table invoice_line add column discount bigint not null default 0;
