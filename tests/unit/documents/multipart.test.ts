import { describe, expect, test } from "vitest";
import { readMultipart, type SentFile } from "@/lib/documents/multipart";
import { aFile } from "@/tests/support/files";

const limits = { file: 1000, files: 2 };

/** A request that sends this form, or only so many bytes of it and then breaks off. */
async function sending(form: FormData, cutAfter?: number) {
  const whole = new Request("http://localhost/", { method: "POST", body: form });
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const body = new ReadableStream({
    start(controller) {
      for (let at = 0; at < (cutAfter ?? bytes.length); at += 100) {
        controller.enqueue(bytes.subarray(at, Math.min(at + 100, cutAfter ?? bytes.length)));
      }
      if (cutAfter === undefined) controller.close();
      else controller.error(new Error("aborted"));
    },
  });
  const headers = { "content-type": whole.headers.get("content-type") ?? "" };
  return new Request("http://localhost/", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
}

const aForm = (...files: [name: string, size: number][]) => {
  const form = new FormData();
  form.append("title", "Übung");
  for (const [name, size] of files) form.append("files", new Blob([aFile("pdf", size)]), name);
  form.append("documents", "a");
  form.append("documents", "b");
  return form;
};

async function read(request: Request) {
  const files: SentFile[] = [];
  const fields: [string, string][] = [];
  await readMultipart(request, limits, {
    field: (name, value) => fields.push([name, value]),
    file: async (file) => {
      files.push(file);
    },
  });
  return { fields, files };
}

describe("a form with files", () => {
  test("gives its fields and each file whole", async () => {
    const { fields, files } = await read(await sending(aForm(["ä.pdf", 1000], ["b.pdf", 60])));
    expect(fields).toEqual([
      ["title", "Übung"],
      ["documents", "a"],
      ["documents", "b"],
    ]);
    expect(files.map(({ name, bytes }) => [name, bytes?.length])).toEqual([
      ["ä.pdf", 1000],
      ["b.pdf", 60],
    ]);
    expect(files[0]?.bytes).toEqual(aFile("pdf", 1000));
  });

  test("says which file is over the limit, and holds nothing of it", async () => {
    const { files } = await read(await sending(aForm(["big.pdf", 1001], ["b.pdf", 60])));
    expect(files.map(({ name, bytes }) => [name, bytes?.length])).toEqual([
      ["big.pdf", undefined],
      ["b.pdf", 60],
    ]);
  });

  test("with an empty file field has no file, with an empty file it has one", async () => {
    const nothing = aForm();
    nothing.append("files", new Blob([]), "");
    expect((await read(await sending(nothing))).files).toEqual([]);
    const empty = aForm();
    empty.append("files", new Blob([]), "empty.pdf");
    expect((await read(await sending(empty))).files).toMatchObject([{ name: "empty.pdf" }]);
  });

  test("with too many files is refused", async () => {
    const form = aForm(["1.pdf", 60], ["2.pdf", 60], ["3.pdf", 60]);
    await expect(read(await sending(form))).rejects.toMatchObject({
      message: "Choose at most 2 files at once.",
    });
  });

  test("stops being read when more comes than its files may have together", async () => {
    let sent = 0;
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const start = '--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n';
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(sent === 0 ? Buffer.from(start) : Buffer.alloc(100_000));
        sent += 1;
      },
    });
    const endless = { method: "POST", body, headers, duplex: "half" } as RequestInit;
    await expect(read(new Request("http://localhost/", endless))).rejects.toMatchObject({
      message: "These files are too large. Choose smaller ones.",
    });
    expect(sent).toBeLessThan(30);
  });

  test.each([150, 400, 900])("cut off after %i bytes is refused", async (cutAfter) => {
    await expect(read(await sending(aForm(["a.pdf", 990]), cutAfter))).rejects.toMatchObject({
      message: "The upload did not arrive whole. Choose the file again.",
    });
  });

  test("that ends in the middle of a file is refused", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const body =
      '--x\r\nContent-Disposition: form-data; name="f"; filename="f.pdf"\r\n\r\n%PDF-1.7';
    const half = new Request("http://localhost/", { method: "POST", body, headers });
    await expect(read(half)).rejects.toMatchObject({ kind: "invalid" });
  });

  test.each(["text/plain", "multipart/form-data", "application/json"])(
    "that is none is refused: %s",
    async (type) => {
      const headers = { "content-type": type };
      const request = new Request("http://localhost/", { method: "POST", body: "x", headers });
      await expect(read(request)).rejects.toMatchObject({ kind: "invalid" });
    },
  );
});
