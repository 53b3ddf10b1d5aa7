import { z } from "zod";
import { MOST_DOCUMENTS } from "@/lib/documents/rules";

/** Uploads that a form wants to keep. */
export const documentIds = z
  .array(z.uuid())
  .max(MOST_DOCUMENTS, `Keep at most ${MOST_DOCUMENTS} documents.`);
