import { discardDocuments, keepDocument } from "@/lib/documents/commands";
import { readMultipart } from "@/lib/documents/multipart";
import { bytesOf, type ListedDocument, refusalOfSize } from "@/lib/documents/rules";
import { DomainError } from "@/lib/errors";
import type { MemberActor } from "@/lib/members/rules";
import { findSettings } from "@/lib/settings/queries";

/** What came of a form with files: those kept, a sentence for each refused, and the other fields. */
export type Receipt = {
  kept: ListedDocument[];
  refusals: string[];
  fields: Map<string, string[]>;
};

/** Keeps the files of a form as they stream in; when it is cut off, none of them. */
export async function receiveForm(
  actor: MemberActor,
  request: Request,
  files: number,
): Promise<Receipt> {
  const { documentLimitMegabytes } = await findSettings();
  const limits = { file: bytesOf(documentLimitMegabytes), files };
  const kept: ListedDocument[] = [];
  const refusals: string[] = [];
  try {
    const fields = await readMultipart(request, limits, async ({ name, bytes }) => {
      if (bytes === null) {
        refusals.push(refusalOfSize(name, documentLimitMegabytes));
        return;
      }
      try {
        kept.push(await keepDocument(actor, { name, bytes }, new Date()));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refusals.push(error.message);
      }
    });
    return { kept, refusals, fields };
  } catch (error) {
    await discardDocuments(
      actor,
      kept.map(({ id }) => id),
    );
    throw error;
  }
}
