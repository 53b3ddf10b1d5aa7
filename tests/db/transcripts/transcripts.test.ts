import { describe, expect, test } from "vitest";
import { findAllocation } from "@/lib/allocations/queries";
import { db } from "@/lib/db";
import { keepDocument } from "@/lib/documents/commands";
import { findTranscript, listProofs } from "@/lib/transcripts/queries";
import { aHolder } from "@/tests/support/a-certification";
import { actorOf } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { aFile } from "@/tests/support/files";

const NOW = new Date("2026-11-21T12:00:00Z");
const CPT = { program: "ACSM-CPT", from: "2024-01-01", to: "2026-12-31" };

describe("a transcript", () => {
  test("has the figures of the ledger", async () => {
    const { member, cycles } = await aHolder([CPT]);
    for (const credits of [400, 300, 600])
      await anEntry(member, { formatName: "Teaching", credits });
    await anEntry(member, { credits: 250, accepted: false });
    const transcript = await findTranscript(member.id, {}, NOW);
    const ledger = await findAllocation(member.id, cycles[0]?.id ?? "", "2026-11-21");
    expect(transcript?.cycles[0]).toMatchObject({ counted: 500, pending: 250, outstanding: 4000 });
    expect(ledger).toMatchObject({ counted: 500, pending: 250, outstanding: 4000 });
    expect(transcript?.counted).toEqual([500]);
    expect(transcript?.rows.map(({ lines }) => lines[0]?.counted)).toEqual(
      ledger?.lines.map(({ counted }) => counted),
    );
  });

  test("of one entry is its own member's alone", async () => {
    const [{ member }, stranger] = [await aHolder([CPT]), await aHolder([CPT])];
    const { id: entry } = await anEntry(member);
    expect(await findTranscript(member.id, { entry }, NOW)).toMatchObject({
      rows: [{ entry: { id: entry } }],
      totals: [{ creditType: "CEC", credits: 100 }],
    });
    expect(await findTranscript(stranger.member.id, { entry }, NOW)).toBeNull();
  });

  test("has cycles that its dates touch, also those that are over", async () => {
    const before = { program: "ACSM-CPT", from: "2021-01-01", to: "2023-12-31" };
    const { member } = await aHolder([before, CPT]);
    const startsOf = async (from: string, to: string) =>
      (await findTranscript(member.id, { from, to }, NOW))?.cycles.map(
        ({ cycle }) => cycle.startsOn,
      );
    expect(await startsOf("2022-01-01", "2022-12-31")).toEqual(["2021-01-01"]);
    expect(await startsOf("2023-12-31", "2024-01-01")).toEqual(["2024-01-01", "2021-01-01"]);
  });

  test("brings the documents of its entries, whatever they are called", async () => {
    const { member } = await aHolder([CPT]);
    const { id } = await anEntry(member, { title: "../../etc/passwd" });
    for (const name of ["../../x.pdf", "..\\x.pdf"]) {
      const upload = { name, bytes: aFile("pdf") };
      const kept = await keepDocument(actorOf(member), upload, NOW);
      await db.document.update({ where: { id: kept.id }, data: { entryId: id } });
    }
    const transcript = await findTranscript(member.id, {}, NOW);
    if (!transcript) throw new Error("There is no transcript.");
    const paths = (await listProofs(member.id, transcript)).map(({ path }) => path);
    const [folder, ...others] = new Set(paths.map((path) => path.replace(/\/[^/]*$/, "")));
    expect([folder, others]).toEqual(["documents/2026-03-03 .. .. etc passwd", []]);
    expect(paths).toEqual([`${folder}/x.pdf`, `${folder}/x.pdf`]);
  });

  test("brings no documents of others", async () => {
    const [{ member }, stranger] = [await aHolder([CPT]), await aHolder([CPT])];
    await anEntry(member);
    const transcript = await findTranscript(member.id, {}, NOW);
    if (!transcript) throw new Error("There is no transcript.");
    expect(await listProofs(stranger.member.id, transcript)).toEqual([]);
  });
});
