-- Photos are asked for by what is kept of them: does any row still name this file?
create index file_stored on file (company_id, stored);
