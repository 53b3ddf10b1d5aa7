import "server-only";

/** The text of a request of at most so many bytes; null: it is longer, and is read no further. */
export async function readLimited(request: Request, most: number): Promise<string | null> {
  if (Number(request.headers.get("content-length")) > most || !request.body) {
    return request.body ? null : "";
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
