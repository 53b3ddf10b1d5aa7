-- Which dates cycles without an invoice have, and whose they are, is asked each hour and by a page.
CREATE INDEX cycles_to_invoice ON cycles (starts_on, ends_on) WHERE renewed_at IS NULL AND renewal_id IS NULL;
