import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { listenAnywhere } from "./listen-anywhere";

export const S3_KEY = { id: "credence-test", secret: "only-for-tests" };

/** A store that speaks as much S3 as documents need, and believes only what is signed with S3_KEY. */
export async function startS3Server() {
  const objects = new Map<string, { bytes: Buffer; mediaType: string }>();
  let failing = false;
  const server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    const key = decodeURIComponent(new URL(request.url ?? "", "http://localhost").pathname);
    const answer = (status: number, body: Uint8Array | string = "") =>
      response.writeHead(status).end(body);
    if (failing) return answer(400, failure("BrokenHere"));
    if (!isSigned(request, bytes)) return answer(403, failure("SignatureDoesNotMatch"));
    const found = objects.get(key);
    if (request.method === "PUT") {
      objects.set(key, { bytes, mediaType: request.headers["content-type"] ?? "" });
      return answer(200);
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      return answer(204);
    }
    return found ? answer(200, found.bytes) : answer(404, failure("NoSuchKey"));
  });
  const endpoint = await listenAnywhere(server);
  return {
    endpoint,
    objects,
    failNow: (fail: boolean) => {
      failing = fail;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

const failure = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;

/** AWS Signature Version 4, as its documentation puts it. */
function isSigned(request: IncomingMessage, bytes: Buffer): boolean {
  const [, date = "", region = "", names = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=credence-test\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=(\w+)$/.exec(
      request.headers.authorization ?? "",
    ) ?? [];
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  searchParams.sort();
  const signed = names
    .split(";")
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const payload = createHash("sha256").update(bytes).digest("hex");
  const canonical = [
    request.method,
    pathname,
    searchParams.toString(),
    signed.join(""),
    names,
    payload,
  ].join("\n");
  const scope = `${date}/${region}/s3/aws4_request`;
  const toSign = [
    "AWS4-HMAC-SHA256",
    request.headers["x-amz-date"],
    scope,
    createHash("sha256").update(canonical).digest("hex"),
  ].join("\n");
  const key = [date, region, "s3", "aws4_request"].reduce<string | Buffer>(
    (key, part) => createHmac("sha256", key).update(part).digest(),
    `AWS4${S3_KEY.secret}`,
  );
  return createHmac("sha256", key).update(toSign).digest("hex") === signature;
}
