import { REFUSALS, type Refusal } from "@/lib/import-runs/rules";
import { KINDS } from "@/lib/imports/kinds";
import { FileField } from "./file-field";
import { ImportColumns } from "./import-columns";
import { Panel } from "./panel";
import { SelectField } from "./select-field";
import { SubmitButton } from "./submit-button";

/** Takes the next file; `kind` is what it holds, where that is known already. */
export function ImportUploadForm({
  title,
  kind,
  refused,
}: {
  title: string;
  kind?: string;
  refused?: Refusal;
}) {
  const why = refused && REFUSALS[refused];
  return (
    <Panel title={title}>
      <form
        action="/api/imports"
        method="post"
        encType="multipart/form-data"
        className="flex max-w-160 flex-col gap-4"
      >
        <SelectField
          name="kind"
          label="What it holds"
          required
          error={refused === "kind" ? why : undefined}
          defaultValue={kind}
          options={[
            { value: "", label: "Choose…" },
            ...KINDS.map(({ name }) => ({ value: name, label: name.replace("-", " ") })),
          ]}
        />
        <ImportColumns />
        <FileField
          name="file"
          label="File"
          description="CSV in UTF-8, with one header line."
          accept=".csv,text/csv"
          required
          error={refused === "kind" ? undefined : why}
        />
        <div>
          <SubmitButton pendingLabel="Uploading…">Upload and check</SubmitButton>
        </div>
      </form>
    </Panel>
  );
}
