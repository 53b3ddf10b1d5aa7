import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { v7 as newId } from "uuid";
import { sessionCookieName } from "@/lib/accounts/rules";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { aHolder } from "@/tests/support/a-certification";
import { anAccount, aSession } from "@/tests/support/accounts";
import { aFile } from "@/tests/support/files";
import { expect, test } from "@/tests/support/visits";

const address = new URL(env.PUBLIC_URL ?? "");

async function aSender() {
  const member = await anAccount({ password: null });
  const { token } = await aSession(member);
  const cookie = `${sessionCookieName({ secure: false })}=${token}`;
  return { member, headers: { cookie, origin: address.origin } };
}

const send = (headers: Record<string, string>, size: number, path = "/api/documents") => {
  const body = new FormData();
  body.append("reportId", randomUUID());
  body.append("files", new Blob([aFile("pdf", size)]), "../../proof.pdf");
  return fetch(new URL(path, address), { method: "POST", headers, body, redirect: "manual" });
};

const documentsOf = ({ id }: { id: string }) => db.document.findMany({ where: { memberId: id } });

test("an upload is answered with its document, one over the limit with a sentence", async () => {
  const { member, headers } = await aSender();
  const fine = await send(headers, 1000);
  expect([fine.status, await fine.json()]).toMatchObject([
    201,
    { document: { fileName: "proof.pdf", size: 1000 } },
  ]);
  const large = await send(headers, 10 * 1024 * 1024 + 1);
  expect([large.status, await large.json()]).toEqual([
    422,
    { refusal: "proof.pdf is larger than 10 MB. Choose a smaller file." },
  ]);
  const huge = await send(headers, 30_000_000);
  expect([huge.status, await huge.json()]).toEqual([
    413,
    { refusal: "These files are too large. Choose smaller ones." },
  ]);
  expect(await documentsOf(member)).toHaveLength(1);
});

test("an upload that is cut off half-way leaves nothing", async () => {
  const { member, headers } = await aSender();
  const start =
    `--x\r\nContent-Disposition: form-data; name="reportId"\r\n\r\n${newId()}\r\n` +
    '--x\r\nContent-Disposition: form-data; name="f"; filename="f.pdf"\r\n\r\n%PDF-1.7\n';
  for (const path of ["/api/documents", "/api/report-drafts"]) {
    const socket = connect(Number(address.port), address.hostname);
    await once(socket, "connect");
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${address.host}\r\nOrigin: ${headers.origin}\r\nCookie: ${headers.cookie}\r\n` +
        `Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000000\r\n\r\n${start}`,
    );
    await new Promise((resolve) => socket.write(Buffer.alloc(1_000_000), resolve));
    socket.destroy();
  }
  // An upload that is whole comes after the others were given up.
  expect((await send(headers, 1000)).status).toBe(201);
  expect(await documentsOf(member)).toHaveLength(1);
  expect(await db.reportDraft.count({ where: { memberId: member.id } })).toBe(0);
});

test("without JavaScript files that are too large are told beside their field, and what was typed is kept", async ({
  visit,
}, testInfo) => {
  const year = new Date().getUTCFullYear();
  const cycle = { program: "ACSM-CPT", from: `${year - 1}-01-01`, to: `${year + 1}-12-31` };
  const { member } = await aHolder([cycle]);
  const large = testInfo.outputPath("large.pdf");
  await writeFile(large, aFile("pdf", 60_000_000));
  const page = await visit(member, { javaScript: false });
  for (const files of [[large], [large, large]]) {
    await page.goto("/cecs/report");
    await page.getByLabel("Course Name").fill("Typed by hand");
    await page.getByLabel("Documents").setInputFiles(files);
    await page.getByRole("button", { name: "Save and Close" }).click();
    await expect(page.getByText("These files are too large. Choose smaller ones.")).toBeVisible();
    await expect(page.getByLabel("Course Name")).toHaveValue("Typed by hand");
  }
  expect(await documentsOf(member)).toEqual([]);
});

test("an upload of nobody, or from another site, is refused", async () => {
  const { headers } = await aSender();
  expect((await send({ origin: address.origin }, 1000)).status).toBe(401);
  for (const path of ["/api/documents", "/api/report-drafts"]) {
    expect((await send({ ...headers, origin: "https://other.example" }, 1000, path)).status).toBe(
      403,
    );
  }
});
