-- What a program tells and what a file brings are the same books: a number is one document, and a
-- key one payment, whichever way it came and whoever was quicker.
create unique index invoice_in_books on invoice (company_id, number) where source in ('api', 'file');
create unique index payment_in_books on payment (company_id, key) where source in ('api', 'file');
