-- Few of very many: what staff look at, and what every page of theirs counts.
CREATE INDEX messages_undelivered ON messages (queued_at, id) WHERE failed_at IS NOT NULL OR unknown_at IS NOT NULL;
