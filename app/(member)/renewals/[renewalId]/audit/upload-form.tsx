import { Button } from "@/components/button";
import { FileField } from "@/components/file-field";
import { ACCEPTED } from "@/lib/documents/rules";

/** A plain form that a route takes, files and all: the same with and without scripts. */
export function UploadForm({
  auditId,
  entryId,
  title,
  limit,
}: {
  auditId: string;
  entryId: string;
  title: string;
  limit: number;
}) {
  return (
    <form
      action={`/api/credit-audits/${auditId}/documents`}
      method="post"
      encType="multipart/form-data"
      noValidate
      className="flex flex-col items-start gap-3"
    >
      <input type="hidden" name="entryId" value={entryId} />
      <FileField
        name="file"
        id={`file-${entryId}`}
        label={`Documents for ${title}`}
        description={`A certificate, a transcript or a letter: PDF, JPEG, PNG or HEIC, at most ${limit} MB each.`}
        accept={ACCEPTED}
        multiple
        required
      />
      <Button type="submit" size="compact">
        Add
        <span className="sr-only"> documents for {title}</span>
      </Button>
    </form>
  );
}
