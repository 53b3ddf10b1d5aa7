import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { findRun } from "@/lib/import-runs/queries";
import { receiveImport } from "@/lib/import-runs/receive";
import { aStaffMember } from "@/tests/support/staff";

const now = new Date("2026-04-13T09:00:00Z");

function sent(fileName: string) {
  const form = new FormData();
  form.set("kind", "providers");
  form.set("file", new File(["provider\n"], fileName));
  return new Request("http://localhost/api/imports", { method: "POST", body: form });
}

test.each(["multipart/form-data", "multipart/form-data; boundary=", "text/csv"])(
  "what comes as %s is no upload, and leaves nothing",
  async (type) => {
    const request = new Request("http://localhost/api/imports", {
      method: "POST",
      headers: { "Content-Type": type },
      body: "provider\n",
    });
    const received = receiveImport(await aStaffMember(), request, now);
    await expect(received).rejects.toMatchObject({ kind: "invalid", field: "cut" });
    expect(await db.importRun.count()).toBe(0);
  },
);

test("a name is kept as far as a file system would", async () => {
  const runId = await receiveImport(await aStaffMember(), sent("ü".repeat(5000)), now);
  expect((await findRun(runId))?.fileName).toBe("ü".repeat(255));
});
