-- What ended in a period is added up from this alone, day by day without being sorted.
create index opportunity_closed on opportunity
    (company_id, closed_on, value_currency, kind, owner_id, account_id, product_id, value_amount,
        engaged_on, hidden_at, id)
    where closed_on is not null;

-- The same, person by person.
create index opportunity_closed_by on opportunity
    (company_id, owner_id, value_currency, closed_on, kind, value_amount, engaged_on, hidden_at)
    where closed_on is not null;

-- When a client bought first and last is read off this alone.
drop index invoice_account;
create index invoice_account on invoice (company_id, account_id, day, id, kind);

-- What somebody wrote is found by who they are, as what is theirs is.
create index note_owner on note (company_id, owner_id, id);

-- Rows of all companies are read and written: the fence is raised again after each step.
--postgres alter table opportunity no force row level security;
--postgres alter table opportunity_line no force row level security;

-- A deal is counted under the product that makes most of it. Deals whose lines were kept before
-- that was written down get it from their lines.
update opportunity set product_id = (
    select line.product_id from opportunity_line line
    where line.company_id = opportunity.company_id and line.opportunity_id = opportunity.id
    order by (line.quantity_thousandths * line.price_amount + 500) / 1000 desc, line.number
    limit 1
)
where exists (
    select 1 from opportunity_line line
    where line.company_id = opportunity.company_id and line.opportunity_id = opportunity.id
);
