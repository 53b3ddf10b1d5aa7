import { expect, test } from "vitest";
import { reachedWords } from "@/lib/dashboard/wording";
import { renderTranscript } from "@/lib/transcripts/pdf";
import { type TranscriptFacts, transcriptFileName, transcriptOf } from "@/lib/transcripts/rules";
import { readPdf } from "@/tests/unit/certificates/read-pdf";
import { aStanding, aStandingEntry } from "@/tests/unit/dashboard/a-standing";

function someFacts(count: number, told: Partial<TranscriptFacts> = {}): TranscriptFacts {
  const entries = Array.from({ length: count }, (_, nth) =>
    aStandingEntry({ title: `Course ${nth}`, credits: 250 }),
  );
  return {
    ...transcriptOf({ entries, standings: [aStanding(entries)] }, {}),
    asked: {},
    madeOn: "2026-11-21",
    association: "The Association",
    paper: "A4",
    name: "Grace Kim",
    suffix: "ACSM-CPT",
    memberNumber: "700240",
    ...told,
  };
}

test("the transcript prints whose it is, each entry and the figures of the page", async () => {
  const facts = someFacts(3);
  const { text, pages, fonts } = await readPdf(await renderTranscript(facts));
  expect(pages).toBe(1);
  expect(fonts.standing).toBe(0);
  for (const words of [
    "Grace Kim, ACSM-CPT",
    "700240",
    "Course 2",
    "CPT 2.50",
    "Total CEC",
    "7.50",
    ...facts.cycles.map(reachedWords),
  ]) {
    expect(text).toContain(words);
  }
});

test("300 entries fill pages, and the same facts give the same bytes", async () => {
  const facts = someFacts(300);
  const bytes = await renderTranscript(facts);
  expect((await readPdf(bytes)).pages).toBeGreaterThan(5);
  expect(await renderTranscript(facts)).toEqual(bytes);
});

test("a title in another script is printed, and what no font has is a question mark", async () => {
  const entries = [aStandingEntry({ title: "超音波 😀 ультразвук" })];
  const facts = someFacts(0, transcriptOf({ entries, standings: [] }, {}));
  const { text } = await readPdf(await renderTranscript(facts));
  expect(text).toContain("超音波 ? ультразвук");
});

test("the file has a name that one would keep", () => {
  const name = transcriptFileName(
    { name: "Ada / Example", madeOn: "2026-11-21" },
    "Transcript.pdf",
  );
  expect(name).toBe("2026-11-21 Ada Example - Transcript.pdf");
});
