import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  certificateFileName,
  certificateNumber,
  parseCertificateNumber,
} from "@/lib/certificates/number";

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe("a certificate's number", () => {
  it.each([
    [new Uint8Array(10), "CR-0000000000000000"],
    [new Uint8Array(10).fill(255), "CR-ZZZZZZZZZZZZZZZZ"],
    [new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 33]), "CR-0000000000000011"],
  ])("of %s is %s", (random, number) => {
    expect(certificateNumber(random)).toBe(number);
  });

  it("is read back however it was typed", () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const number = certificateNumber(random);
        const typed = ` ${number.toLowerCase().replaceAll("0", "o").replaceAll("1", "l")} `;
        expect(parseCertificateNumber(typed)).toBe(number);
      }),
    );
  });

  it("keeps all 80 bits", () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const equal = Buffer.compare(one, other) === 0;
        expect(certificateNumber(one) === certificateNumber(other)).toBe(equal);
      }),
    );
  });

  it.each([
    ["cr 7k3m q0v9 zt4x b2hd", "CR-7K3MQ0V9ZT4XB2HD"],
    ["7K3MQOV9ZT4XB2HD", "CR-7K3MQ0V9ZT4XB2HD"],
    ["CR–IL3M–Q0V9–ZT4X–B2HD", "CR-113MQ0V9ZT4XB2HD"],
    ["ＣＲ－７Ｋ３ＭＱ０Ｖ９ＺＴ４ＸＢ２ＨＤ", "CR-7K3MQ0V9ZT4XB2HD"],
  ])("%s is taken for %s", (typed, number) => {
    expect(parseCertificateNumber(typed)).toBe(number);
  });

  it.each(["", "CR-", "CR-7K3MQ0V9ZT4XB2H", "CR-7K3MQ0V9ZT4XB2HDA", "CR-7K3MQ0V9ZT4XB2HU", "٦"])(
    "%s is no number",
    (typed) => {
      expect(parseCertificateNumber(typed)).toBeNull();
    },
  );
});

describe("a certificate's file name", () => {
  const named = (title: string) =>
    certificateFileName({ day: "2026-04-10", title, number: "CR-7K3MQ0V9ZT4XB2HD" });

  it.each([
    [
      "Annual Convention 2026",
      "2026-04-10 Annual Convention 2026 - Certificate CR-7K3MQ0V9ZT4XB2HD.pdf",
    ],
    [
      'AC/DC: currents? <new>\\old|"x"*',
      "2026-04-10 AC DC currents new old x - Certificate CR-7K3MQ0V9ZT4XB2HD.pdf",
    ],
    ["  超音波\n学会  ", "2026-04-10 超音波 学会 - Certificate CR-7K3MQ0V9ZT4XB2HD.pdf"],
    ["///", "2026-04-10 - Certificate CR-7K3MQ0V9ZT4XB2HD.pdf"],
  ])("for %s is %s", (title, name) => {
    expect(named(title)).toBe(name);
  });

  it("fits every file system, whatever the title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (title) => {
        const name = named(title);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u);
      }),
    );
  });
});
