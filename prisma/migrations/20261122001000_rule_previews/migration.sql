-- What a new rule version would do, gone through in the background before anybody saves it.
-- CreateTable
CREATE TABLE "rule_previews" (
    "id" UUID NOT NULL,
    "program_code" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "terms" JSONB NOT NULL,
    "versions_seen" TEXT NOT NULL,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "total" INTEGER NOT NULL,
    "seen" INTEGER NOT NULL DEFAULT 0,
    "reached" UUID,
    "impact" JSONB NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "saved_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_previews_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rule_previews_program_code_asked_at_idx" ON "rule_previews"("program_code", "asked_at");

-- CreateIndex
CREATE INDEX "rule_previews_asked_by_id_idx" ON "rule_previews"("asked_by_id");

-- AddForeignKey
ALTER TABLE "rule_previews" ADD CONSTRAINT "rule_previews_program_code_fkey" FOREIGN KEY ("program_code") REFERENCES "programs"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_previews" ADD CONSTRAINT "rule_previews_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE rule_previews
  ADD CHECK (total >= 0), ADD CHECK (seen >= 0),
  ADD CHECK (finished_at IS NULL OR failed_at IS NULL),
  -- Nobody saves what nobody could see whole.
  ADD CHECK (saved_at IS NULL OR finished_at IS NOT NULL);

-- What was asked for stays as it was asked: only how far it has come changes.
GRANT SELECT, INSERT ON rule_previews TO credence_app;
GRANT UPDATE (seen, reached, impact, finished_at, failed_at, saved_at) ON rule_previews TO credence_app;
