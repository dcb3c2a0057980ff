-- Documents are found by their number from now on. What is missing of the index is looked for once
-- a day; for those that are there already it is looked for at the next start.
delete from schedule where name = 'search.build';
