-- What a field of a company's own may hold beside what its kind says, as JSON. Fields from before
-- have no limits.
alter table custom_field add column limits text not null default '{}';
