-- A second factor at the sign-in: a one-time code by time (RFC 6238), or one of ten recovery codes.
CREATE TABLE "second_factors" (
    "member_id" UUID NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("member_id")
);
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Who has it in force has shown a code.
ALTER TABLE second_factors ADD CHECK (confirmed_at IS NULL OR last_step IS NOT NULL);

CREATE TABLE "recovery_codes" (
    "code_hash" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("code_hash")
);
CREATE INDEX "recovery_codes_member_id_idx" ON "recovery_codes"("member_id");
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "second_factors"("member_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A session that waits for the code opens nothing. Those of today were opened by the password alone.
ALTER TABLE "sessions" ADD COLUMN "proven_at" TIMESTAMPTZ(3);
UPDATE sessions SET proven_at = created_at;

ALTER TABLE "settings" ADD COLUMN "staff_second_factor" BOOLEAN NOT NULL DEFAULT false;

GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors, recovery_codes TO credence_app;
