-- Staff's lists are ordered by more than one column, and each order is paged by key.

-- 99 stands before 700100, and A9 before A10.
CREATE COLLATION numbers (provider = icu, locale = 'und-u-kn-true');

-- Members without a number stand last: no letter comes after U+FFFF.
CREATE INDEX "members_by_number_idx" ON "members" ((coalesce("member_number", U&'\FFFF') COLLATE numbers), "id");
CREATE INDEX "members_created_at_id_idx" ON "members"("created_at", "id");

CREATE INDEX "events_title_id_idx" ON "events"("title" COLLATE "und-x-icu", "id");

CREATE INDEX "payments_paid_at_id_idx" ON "payments"("paid_at", "id");
