import { describe, expect, test } from "vitest";
import { bytesOf, fileNameOf, printSize, refusalOfFile } from "@/lib/documents/rules";

describe("the name of a document", () => {
  test.each([
    ["transcript.pdf", "application/pdf", "transcript.pdf"],
    ["../../etc/passwd", "application/pdf", "passwd.pdf"],
    ["../../x", "image/png", "x.png"],
    ["C:\\Users\\ada\\scan.jpeg", "image/jpeg", "scan.jpeg"],
    ["scan.JPG", "image/jpeg", "scan.JPG"],
    ["photo.pdf", "image/jpeg", "photo.pdf.jpg"],
    ["page.html", "application/pdf", "page.html.pdf"],
    [".htaccess", "application/pdf", "htaccess.pdf"],
    ["..", "application/pdf", "document.pdf"],
    ["", "image/heic", "document.heic"],
    ['a"b\r\nSet-Cookie: x.pdf', "application/pdf", "abSet-Cookie x.pdf"],
    ["invoice\u202Efdp.exe", "application/pdf", "invoicefdp.exe.pdf"],
    ["Bestätigung  2026.pdf", "application/pdf", "Bestätigung 2026.pdf"],
    ["証明書.heic", "image/heic", "証明書.heic"],
  ])("%j of %s is kept as %j", (given, mediaType, kept) => {
    expect(fileNameOf(given, mediaType)).toBe(kept);
  });

  test("is never endless, and whole characters stay whole", () => {
    const name = fileNameOf(`${"🩺".repeat(400)}.pdf`, "application/pdf");
    expect(name).toBe(`${"🩺".repeat(120)}.pdf`);
    expect(() => encodeURIComponent(name)).not.toThrow();
  });
});

describe("a file", () => {
  const pdf = { name: "a.pdf", size: 400, mediaType: "application/pdf" };

  test.each(["application/pdf", "image/jpeg", "image/png", "image/heic"])("%s is taken", (type) => {
    expect(refusalOfFile({ ...pdf, mediaType: type }, 10)).toBeNull();
  });

  test("may have exactly the limit, and not a byte more", () => {
    expect(refusalOfFile({ ...pdf, size: bytesOf(10) }, 10)).toBeNull();
    expect(refusalOfFile({ ...pdf, size: bytesOf(10) + 1 }, 10)).toBe(
      "a.pdf is larger than 10 MB. Choose a smaller file.",
    );
  });

  test("without bytes is refused", () => {
    expect(refusalOfFile({ ...pdf, size: 0, mediaType: null }, 10)).toBe(
      "a.pdf is empty. Choose the file again.",
    );
  });

  test.each([null, "text/html", "image/gif", "application/zip", "constructor"])(
    "whose content is %s is refused, whatever its name says",
    (mediaType) => {
      expect(refusalOfFile({ ...pdf, mediaType }, 10)).toContain("is not a PDF, JPEG, PNG or HEIC");
    },
  );
});

test("sizes are said as people say them", () => {
  expect([1, 1023, 5000, bytesOf(1), 1_700_000].map(printSize)).toEqual([
    "1 KB",
    "1 KB",
    "5 KB",
    "1.0 MB",
    "1.6 MB",
  ]);
});
