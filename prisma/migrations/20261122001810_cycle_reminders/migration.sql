-- Which of the reminders before a cycle's end went out, and before a late fee; previews of rules are swept.

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "cycle_ending_days" TEXT NOT NULL DEFAULT '90, 30, 7';

-- AlterTable
ALTER TABLE "renewals" ADD COLUMN     "late_fee_told_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "cycle_reminders" (
    "cycle_id" UUID NOT NULL,
    "days_before" INTEGER NOT NULL,
    "reminded_on" DATE NOT NULL,

    CONSTRAINT "cycle_reminders_pkey" PRIMARY KEY ("cycle_id","days_before")
);

-- AddForeignKey
ALTER TABLE "cycle_reminders" ADD CONSTRAINT "cycle_reminders_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE settings ADD CHECK (cycle_ending_days ~ '^[1-9][0-9]{0,2}(, [1-9][0-9]{0,2})*$');
ALTER TABLE cycle_reminders ADD CHECK (days_before > 0);

-- The dates of open cycles are found one after another in it, however many cycles share them.
CREATE INDEX cycles_open_dates ON cycles (ends_on, starts_on, certification_id) WHERE renewed_at IS NULL;
CREATE INDEX renewals_before_late_fee ON renewals (late_fee_from, id)
  WHERE renewed_at IS NULL AND late_fee_told_at IS NULL;

-- What was sent stays sent.
GRANT SELECT, INSERT ON cycle_reminders TO credence_app;
GRANT DELETE ON rule_previews TO credence_app;
