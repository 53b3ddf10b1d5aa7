import { Button } from "@/components/button";
import { Field } from "@/components/field";
import { FileField } from "@/components/file-field";
import { ACCEPTED } from "@/lib/documents/rules";
import { PAPER_ATTESTATION } from "@/lib/signatures/rules";

/** A plain form that a route takes, files and all: the same with and without scripts. */
export function DocumentUpload({ formId, limit }: { formId: string; limit: number }) {
  return (
    <form
      action={`/api/reporting-forms/${formId}/documents`}
      method="post"
      encType="multipart/form-data"
      noValidate
      className="flex flex-col items-start gap-4"
    >
      <FileField
        name="file"
        label="Document"
        description={`Such as a programme or a letter, for the national review: PDF, JPEG, PNG or HEIC, at most ${limit} MB.`}
        accept={ACCEPTED}
        required
      />
      <Button type="submit">Add the document</Button>
    </form>
  );
}

export function ScanUpload({
  formId,
  version,
  limit,
}: {
  formId: string;
  version: number;
  limit: number;
}) {
  return (
    <form
      action={`/api/reporting-forms/${formId}/scan`}
      method="post"
      encType="multipart/form-data"
      noValidate
      className="flex flex-col items-start gap-4 pt-3"
    >
      <p className="measure text-body">
        Download the PDF, have it signed on paper, and upload a scan or a photo of it. The form is
        marked as signed on paper.
      </p>
      <input type="hidden" name="version" value={version} />
      <Field name="name" label="Name of the person who signed" width="half" required />
      <FileField
        name="file"
        id="scan"
        label="The signed form"
        description={`PDF, JPEG, PNG or HEIC, at most ${limit} MB.`}
        accept={ACCEPTED}
        required
      />
      <p className="measure text-body">{PAPER_ATTESTATION}</p>
      <Button type="submit">Upload a signed form</Button>
    </form>
  );
}
