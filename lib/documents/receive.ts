import "server-only";
import { discardDocuments, keepDocument } from "@/lib/documents/commands";
import { CutOff, readMultipart } from "@/lib/documents/multipart";
import { bytesOf, type ListedDocument, refusalOfSize } from "@/lib/documents/rules";
import { DomainError } from "@/lib/errors";
import type { MemberActor } from "@/lib/members/rules";
import { findSettings } from "@/lib/settings/queries";

/** What came of a form with files: those kept, a sentence for each refused, and the other fields. */
export type Receipt = {
  kept: ListedDocument[];
  refusals: string[];
  fields: Map<string, string[]>;
  /** It was too large, or cut off: no file of it is kept. */
  isBroken: boolean;
  /** It was cut off: what came of its fields is not what was typed. */
  isCutOff: boolean;
};

/** Keeps the files of a form as they stream in. */
export async function receiveForm(
  actor: MemberActor,
  request: Request,
  files: number,
): Promise<Receipt> {
  const { documentLimitMegabytes } = await findSettings();
  const limits = { file: bytesOf(documentLimitMegabytes), files };
  const kept: ListedDocument[] = [];
  const refusals: string[] = [];
  const fields = new Map<string, string[]>();
  try {
    await readMultipart(request, limits, {
      field: (name, value) => fields.set(name, [...(fields.get(name) ?? []), value]),
      async file({ name, bytes }) {
        const taken = bytes
          ? await keepOrRefuse(actor, name, bytes)
          : refusalOfSize(name, documentLimitMegabytes);
        if (typeof taken === "string") refusals.push(taken);
        else kept.push(taken);
      },
    });
    return { kept, refusals, fields, isBroken: false, isCutOff: false };
  } catch (error) {
    const ids = kept.map(({ id }) => id);
    await discardDocuments(actor, ids);
    if (!(error instanceof DomainError)) throw error;
    const isCutOff = error instanceof CutOff;
    return { kept: [], refusals: [error.message], fields, isBroken: true, isCutOff };
  }
}

async function keepOrRefuse(actor: MemberActor, name: string, bytes: Uint8Array<ArrayBuffer>) {
  try {
    return await keepDocument(actor, { name, bytes }, new Date());
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
