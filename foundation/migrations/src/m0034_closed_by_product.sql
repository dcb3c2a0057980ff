-- Deals that have ended, by their product: a report of products walks them in this order, and sorts
-- nothing.
create index opportunity_closed_product on opportunity
(company_id, product_id, value_currency, closed_on, kind, value_amount, engaged_on, hidden_at, id,
owner_id)
where closed_on is not null;
