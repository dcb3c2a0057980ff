-- Photos are asked for by what is kept of them: does any row still name this file?
create index file_stored on file (company_id, stored);

-- What is attached to the mail of a report. Mails from before have had no file.
alter table report_mail add column file text not null default 'none';
