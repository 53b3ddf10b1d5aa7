-- Random audits: renewals are drawn by a recorded seed, their members prove what counted, staff decide.
CREATE TYPE "audit_size_unit" AS ENUM ('renewals', 'percent');

CREATE TYPE "audit_verdict" AS ENUM ('passed', 'failed');

CREATE TYPE "audit_step_kind" AS ENUM ('sent', 'returned', 'extended', 'passed', 'failed');

ALTER TABLE "documents" ADD COLUMN     "audit_id" UUID,
ADD COLUMN     "audited_entry_id" UUID;

CREATE TABLE "audit_selections" (
    "id" UUID NOT NULL,
    "seed" TEXT NOT NULL,
    "program_code" TEXT,
    "due_from" DATE,
    "due_to" DATE,
    "size" INTEGER NOT NULL,
    "size_unit" "audit_size_unit" NOT NULL,
    "candidates" UUID[],
    "population" INTEGER NOT NULL,
    "candidates_hash" TEXT NOT NULL,
    "drawn_by_id" UUID,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_selections_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "credit_audits" (
    "id" UUID NOT NULL,
    "selection_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "renewal_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "due_on" DATE NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "verdict" "audit_verdict",

    CONSTRAINT "credit_audits_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "credit_audit_steps" (
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "audit_step_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "taken_by_id" UUID,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_audit_steps_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "audit_selections_program_code_idx" ON "audit_selections"("program_code");

CREATE INDEX "audit_selections_drawn_by_id_idx" ON "audit_selections"("drawn_by_id");

CREATE INDEX "audit_selections_drawn_at_id_idx" ON "audit_selections"("drawn_at", "id");

CREATE UNIQUE INDEX "credit_audits_renewal_id_key" ON "credit_audits"("renewal_id");

CREATE INDEX "credit_audits_due_on_id_idx" ON "credit_audits"("due_on", "id");

CREATE UNIQUE INDEX "credit_audits_selection_id_place_key" ON "credit_audits"("selection_id", "place");

CREATE INDEX "credit_audit_steps_taken_by_id_idx" ON "credit_audit_steps"("taken_by_id");

CREATE UNIQUE INDEX "credit_audit_steps_audit_id_number_key" ON "credit_audit_steps"("audit_id", "number");

CREATE INDEX "documents_audit_id_idx" ON "documents"("audit_id");

CREATE INDEX "documents_audited_entry_id_idx" ON "documents"("audited_entry_id");

ALTER TABLE "documents" ADD CONSTRAINT "documents_audit_id_fkey" FOREIGN KEY ("audit_id") REFERENCES "credit_audits"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "documents" ADD CONSTRAINT "documents_audited_entry_id_fkey" FOREIGN KEY ("audited_entry_id") REFERENCES "credit_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "audit_selections" ADD CONSTRAINT "audit_selections_program_code_fkey" FOREIGN KEY ("program_code") REFERENCES "programs"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "audit_selections" ADD CONSTRAINT "audit_selections_drawn_by_id_fkey" FOREIGN KEY ("drawn_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "credit_audits" ADD CONSTRAINT "credit_audits_selection_id_fkey" FOREIGN KEY ("selection_id") REFERENCES "audit_selections"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "credit_audits" ADD CONSTRAINT "credit_audits_renewal_id_fkey" FOREIGN KEY ("renewal_id") REFERENCES "renewals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "credit_audit_steps" ADD CONSTRAINT "credit_audit_steps_audit_id_fkey" FOREIGN KEY ("audit_id") REFERENCES "credit_audits"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "credit_audit_steps" ADD CONSTRAINT "credit_audit_steps_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE audit_selections
  ALTER COLUMN candidates SET NOT NULL,
  ADD CHECK (seed <> ''), ADD CHECK (size > 0),
  ADD CHECK (size_unit <> 'percent' OR size <= 100),
  ADD CHECK (due_from <= due_to),
  ADD CHECK (population > 0 AND population = cardinality(candidates)),
  ADD CHECK (candidates_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE credit_audits
  ADD CHECK (place > 0), ADD CHECK (version >= 0),
  ADD CHECK ((decided_at IS NULL) = (verdict IS NULL));
ALTER TABLE credit_audit_steps ADD CHECK (number > 0), ADD CHECK (kind = 'sent' OR text <> '');
-- What is brought for an audit says for which of its entries.
ALTER TABLE documents ADD CHECK ((audit_id IS NULL) = (audited_entry_id IS NULL));

-- What members sent and what nobody has decided: counted on every page of the admin panel.
CREATE INDEX credit_audits_waiting ON credit_audits (due_on, id) WHERE answered_at IS NOT NULL AND decided_at IS NULL;

-- A draw stays as it was drawn; an audit is decided once.
CREATE TRIGGER audit_selections_kept BEFORE UPDATE OR DELETE ON audit_selections FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER credit_audit_steps_kept BEFORE UPDATE OR DELETE ON credit_audit_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER credit_audits_kept BEFORE DELETE ON credit_audits FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER credit_audits_decided BEFORE UPDATE ON credit_audits
  FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON audit_selections, credit_audits, credit_audit_steps TO credence_app;
GRANT UPDATE (version, due_on, reminded_at, answered_at, decided_at, verdict) ON credit_audits TO credence_app;
