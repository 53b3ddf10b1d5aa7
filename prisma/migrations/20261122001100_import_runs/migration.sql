-- Files imported in the browser: they arrive in pieces, are checked by the worker and applied when confirmed.
-- CreateTable
CREATE TABLE "import_runs" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "size" INTEGER NOT NULL DEFAULT 0,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "arrived_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),
    "refusals" INTEGER,
    "rows" INTEGER,
    "added" INTEGER,
    "changed" INTEGER,
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_pieces" (
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_pieces_pkey" PRIMARY KEY ("run_id","position")
);

-- CreateTable
CREATE TABLE "import_remarks" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,

    CONSTRAINT "import_remarks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_runs_uploaded_by_id_idx" ON "import_runs"("uploaded_by_id");

-- CreateIndex
CREATE INDEX "import_runs_confirmed_by_id_idx" ON "import_runs"("confirmed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_remarks_run_id_position_key" ON "import_remarks"("run_id", "position");

-- AddForeignKey
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_pieces" ADD CONSTRAINT "import_pieces_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_remarks" ADD CONSTRAINT "import_remarks_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE import_runs ADD CHECK (size >= 0),
  ADD CHECK (num_nonnulls(refusals, rows, added, changed) IN (0, 4)),
  ADD CHECK ((checked_at IS NULL) = (refusals IS NULL)),
  ADD CHECK ((confirmed_at IS NULL) = (confirmed_by_id IS NULL)),
  ADD CHECK (applied_at IS NULL OR confirmed_at IS NOT NULL);
ALTER TABLE import_pieces ADD CHECK (position >= 0);
ALTER TABLE import_remarks ADD CHECK (position > 0);

GRANT SELECT, INSERT, UPDATE, DELETE ON import_runs TO credence_app;
GRANT SELECT, INSERT, DELETE ON import_pieces, import_remarks TO credence_app;
