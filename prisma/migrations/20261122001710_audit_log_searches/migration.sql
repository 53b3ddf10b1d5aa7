-- The log is searched by who acted, about whom, and when; a page of it is in the order of sequence.
DROP INDEX "audit_entries_actor_id_idx";
CREATE INDEX "audit_entries_actor_id_sequence_idx" ON "audit_entries"("actor_id", "sequence");
CREATE INDEX "audit_entries_subject_id_sequence_idx" ON "audit_entries"("subject_id", "sequence");
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");
