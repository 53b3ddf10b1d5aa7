import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
import { ensureProgram } from "@/lib/programs/commands";
import { draftOf, FIRST_DRAFT } from "@/lib/rule-drafts/rules";
import { startPreview } from "@/lib/rule-previews/commands";
import { findPreview } from "@/lib/rule-previews/queries";
import { aCertification } from "@/tests/support/a-certification";
import { startWorker, until } from "@/tests/support/worker";
import { years } from "@/tests/unit/programs/shipped";

let worker: ReturnType<typeof startWorker> | undefined;

afterEach(async () => {
  worker?.kill("SIGKILL");
  await worker?.exit;
});

test("a preview whose worker was killed is finished by the next one, once", async () => {
  const code = `P-${randomUUID().slice(0, 8)}`;
  const names = [{ code, name: "A program", fromOn: "2000-01-01" }];
  await ensureProgram(MACHINE, { code, names }, new Date());
  await aCertification(code, [years(2056, 2058)]);
  const previewId = await startPreview(
    MACHINE,
    draftOf(code, "2057-01-01", FIRST_DRAFT),
    new Date(),
  );
  // As a worker leaves it that took the job and was killed a while ago.
  await db.$executeRaw`
    UPDATE pgboss.job SET state = 'active', started_on = now() - interval '5 minutes'
     WHERE name = 'preview-rules' AND data->>'previewId' = ${previewId}`;
  worker = startWorker({});
  const finished = async () => (await findPreview(previewId))?.finishedAt != null;
  await until(finished, "the preview is finished");
  expect(await findPreview(previewId)).toMatchObject({
    seen: 1,
    impact: { judged: 1, unruled: 1 },
  });
});
