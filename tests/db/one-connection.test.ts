import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { followNewAddresses } from "@/lib/accounts/commands";
import { db } from "@/lib/db";
import { mergeMembers } from "@/lib/merges/commands";
import { sendForm } from "@/lib/reporting-forms/commands";
import { grantRole } from "@/lib/roles/commands";
import { previewOf } from "@/tests/support/a-merge";
import { aForm, aManager, anOffice } from "@/tests/support/a-reporting-form";
import { NOW } from "@/tests/support/a-row";
import { anAccount } from "@/tests/support/accounts";
import { onOneConnection } from "@/tests/support/one-connection";
import { anAdministrator } from "@/tests/support/staff";

/** Each act tells somebody what it did, in words that need the association's settings. */
const ACTS: [what: string, begin: () => Promise<() => Promise<unknown>>][] = [
  [
    "two records are merged",
    async () => {
      const [kept, other] = [
        await anAccount({ password: null }),
        await anAccount({ password: null }),
      ];
      const actor = await anAdministrator();
      const { seen } = await previewOf(kept, other);
      const merge = { memberId: kept.id, otherId: other.id, seen, reason: "Same birthday." };
      return () => mergeMembers(actor, merge, NOW);
    },
  ],
  [
    "a role is granted",
    async () => {
      const actor = await anAdministrator();
      const email = `${randomUUID()}@example.org`;
      return () => grantRole(actor, { role: "staff", email }, NOW);
    },
  ],
  [
    "a member's address is changed",
    async () => {
      const { id, firstName, email: oldAddress } = await anAccount({ password: null });
      const moved = [{ id, firstName, oldAddress }];
      return () => db.$transaction((tx) => followNewAddresses(tx, moved, NOW));
    },
  ],
  [
    "a form is sent to a local office",
    async () => {
      const { office } = await anOffice();
      const { actor } = await aManager(office);
      const { id, version } = await aForm(actor);
      return () => sendForm(actor, { formId: id, version }, NOW);
    },
  ],
];

test.each(ACTS)("%s on the one connection that is free", async (_what, begin) => {
  const act = await begin();
  const before = await db.message.count();
  await onOneConnection(act);
  expect(await db.message.count()).toBeGreaterThan(before);
});
