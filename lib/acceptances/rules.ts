import type { Twin } from "@/lib/allocations/duplicates";

/** Why an entry is looked at by itself instead of being accepted among many; null: nothing asks for it. */
export function reasonToLook(entry: {
  twin: Twin | null;
  formatName: string;
  isDocumentRequired: boolean;
  documents: number;
}): string | null {
  const { twin, formatName, isDocumentRequired, documents } = entry;
  if (twin) return `It may repeat “${twin.of.title}”: same date, provider and ${twin.sameBy}.`;
  if (isDocumentRequired && documents === 0) {
    return `${formatName} asks for a document, and there is none.`;
  }
  return null;
}
