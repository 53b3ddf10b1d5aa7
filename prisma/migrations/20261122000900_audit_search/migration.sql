-- The log is read by act, latest first.
CREATE INDEX "audit_entries_act_sequence_idx" ON "audit_entries"("act", "sequence");
