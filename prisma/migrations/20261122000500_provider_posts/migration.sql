-- Provider posts have keys of their own, and two pages of the renewal have texts that the association
-- edits.

-- A provider numbers its posts: two of them may use one number, and so may an imported entry.
DROP INDEX one_standing_entry_a_key;
CREATE UNIQUE INDEX one_standing_entry_a_key ON credit_entries (external_key)
  WHERE replaced_at IS NULL AND source <> 'provider_post';
CREATE UNIQUE INDEX one_standing_post_a_key ON credit_entries (provider_id, external_key)
  WHERE replaced_at IS NULL AND source = 'provider_post';

-- CreateTable
CREATE TABLE "page_texts" (
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3),
    "changed_by_id" UUID,

    CONSTRAINT "page_texts_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "page_texts_changed_by_id_idx" ON "page_texts"("changed_by_id");

-- AddForeignKey
ALTER TABLE "page_texts" ADD CONSTRAINT "page_texts_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE page_texts ADD CHECK (name IN ('what-counts', 'requirements')), ADD CHECK (btrim(text) <> ''),
  ADD CHECK ((version = 0) = (changed_at IS NULL));

INSERT INTO page_texts (name, text) VALUES
('what-counts', 'A CEC is one hour of continuing education with meals and breaks excluded.

All CECs required for a renewal must be earned in the dates that the table on this page names for your credential. Where these are the previous year, you report CECs earned during 2019 for the 2020 renewal; CECs earned in 2018 are not accepted.

How CECs come to your record:

- After each class of a provider that works with {short name}, a CEC is added to your record here, where you can follow and download it at any time.
- Credit of an event in your CME Tracker is on your record once you have submitted it.
- For other classes attended at the Expo, serving on a committee, or volunteering, fill in a CEC Reporting Form. Once your local office has verified and signed it, submit it online for {short name} approval.'),
('requirements', 'Continuing education credits are needed for all {short name} credentials that are renewed, as the table on this page says.

If you are unsure of the number of CECs you need, look at your renewal invoice: its number is the one that counts. Please submit the entire number of CECs required in one submission, so that your CECs are recorded accurately.

If you hold several {short name} credentials, you may use the same CECs for the renewal of all of them. You owe the largest of their numbers, not their sum; the total is on your invoice.

For any questions about the renewal or your credentials, please write to the address at the foot of this page.');

GRANT SELECT, UPDATE ON page_texts TO credence_app;
