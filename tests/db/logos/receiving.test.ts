import { expect, test } from "vitest";
import { findLogo } from "@/lib/logos/queries";
import { receiveLogo } from "@/lib/logos/receive";
import { MOST_KILOBYTES } from "@/lib/logos/rules";

/** A form of one picture that announces what it sends, or breaks off after so many bytes. */
async function sending(size: number, cutAfter?: number) {
  const form = new FormData();
  form.append("seen", "what it showed");
  form.append("logo", new Blob([new Uint8Array(size)]), "logo.png");
  const whole = new Request("http://localhost/", { method: "POST", body: form });
  const type = whole.headers.get("content-type") ?? "";
  const body = new Uint8Array(await whole.arrayBuffer());
  const headers = { "content-type": type, "content-length": String(body.length) };
  return new Request("http://localhost/", {
    method: "POST",
    headers,
    body: body.subarray(0, cutAfter),
  });
}

test("a picture arrives with what its form showed", async () => {
  const { seen, bytes } = await receiveLogo(await sending(5000));
  expect([seen, bytes.length]).toEqual(["what it showed", 5000]);
});

test.each([
  ["a little over the limit", MOST_KILOBYTES * 1024 + 1, undefined, "large"],
  ["of two megabytes", 2_000_000, undefined, "large"],
  ["of which the rest never came", 5000, 3000, "cut"],
])("a picture %s is told why it is not taken", async (_words, size, cutAfter, field) => {
  const received = receiveLogo(await sending(size, cutAfter));
  await expect(received).rejects.toMatchObject({ kind: "invalid", field });
});

test.each(["\0", "", "A".repeat(64), "../x"])("no logo is called %j", async (name) => {
  expect(await findLogo(name)).toBeNull();
});
