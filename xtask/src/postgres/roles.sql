-- As an administrator does it once, before the first start.

create role jembatan_owner login password :'password' createdb;
-- A test's database is thrown away while the last connections to it are still ending.
grant pg_signal_backend to jembatan_owner;
-- The program's own role owns nothing, so row-level security holds for it too.
create role jembatan login password :'password' nosuperuser nobypassrls nocreatedb nocreaterole;

create database jembatan owner jembatan_owner;

-- Each test makes a database from a template; what holds here holds there.
\c template1
alter default privileges for role jembatan_owner
    grant select, insert, update, delete on tables to jembatan;
alter default privileges for role jembatan_owner
    grant usage, select on sequences to jembatan;

\c jembatan
alter default privileges for role jembatan_owner
    grant select, insert, update, delete on tables to jembatan;
alter default privileges for role jembatan_owner
    grant usage, select on sequences to jembatan;
