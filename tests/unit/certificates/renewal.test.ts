import { expect, test } from "vitest";
import { certificateFileName } from "@/lib/certificates/number";
import { renderCertificate } from "@/lib/certificates/pdf";
import { renewalFacts } from "@/lib/renewal-certificates/rules";
import { years } from "@/tests/unit/programs/shipped";
import { readPdf } from "./read-pdf";

const facts = renewalFacts(
  {
    member: { firstName: "Søren", lastName: "Ångström", suffix: "CAM" },
    cycles: [
      {
        called: { code: "CALP", name: "Certified Apartment Leasing Professional" },
        renews: years(2027),
      },
      { called: { code: "CAM", name: "Certified Apartment Manager" }, renews: years(2027) },
    ],
  },
  {
    associationName: "The Institute",
    timeZone: "America/New_York",
    signatoryName: "Eleanor Whitfield",
    signatoryTitle: "Chair",
    paper: "Letter",
    logoSha256: null,
  },
  {
    number: "CR-7K3MQ0V9ZT4XB2HD",
    version: 2,
    // Three o'clock in the night of the 23rd in Kathmandu.
    now: new Date("2026-11-22T21:15:00Z"),
    address: "https://credence.example.org",
  },
);

test("a renewal's certificate is one page that names the credentials and their period", async () => {
  const { pages, text } = await readPdf(await renderCertificate({ facts, logo: null }));
  expect(pages).toBe(1);
  for (const words of [
    "Søren Ångström, CAM",
    "has renewed",
    "(CALP)",
    "(CAM)",
    "for 1 January 2027 to 31 December 2027",
    "This renewal is valid until 31 December 2027.",
    "Version 2 · Issued 22 November 2026",
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(/credit|participat/i);
});

test("its file is kept under the first day it is for", () => {
  const { title, number, dates } = facts;
  expect(certificateFileName({ day: dates.first, title, number })).toBe(
    "2027-01-01 Certified Apartment Leasing Professional (CALP) and Certified Apartment Manager (CAM) - Certificate CR-7K3MQ0V9ZT4XB2HD.pdf",
  );
});
