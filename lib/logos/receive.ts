import "server-only";
import { CutOff, readMultipart } from "@/lib/documents/multipart";
import { DomainError } from "@/lib/errors";
import { refusedLogo } from "@/lib/logos/commands";
import { MOST_KILOBYTES } from "@/lib/logos/rules";

/** The one picture of a form, and what the form showed (`seen`). */
export async function receiveLogo(request: Request) {
  let seen = "";
  let bytes: Uint8Array<ArrayBuffer> | null = new Uint8Array();
  const limits = { file: MOST_KILOBYTES * 1024, files: 1 };
  try {
    await readMultipart(request, limits, {
      field(name, value) {
        if (name === "seen") seen = value;
      },
      async file(sent) {
        bytes = sent.bytes;
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw refusedLogo(error instanceof CutOff ? "cut" : "large");
  }
  if (!bytes) throw refusedLogo("large");
  return { seen, bytes };
}
