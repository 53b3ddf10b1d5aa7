import { DataTable } from "./data-table";

/** What a version of a certificate states, beside what the next one would. */
export function CertificateBeside({
  version,
  stated,
}: {
  version: number;
  stated: readonly { name: string; from: string; to: string }[];
}) {
  return (
    <DataTable
      caption="What the certificate states"
      rows={stated}
      rowKey={({ name }) => `states-${name}`}
      columns={[
        { key: "name", header: "Field", rowHeader: true, cell: ({ name }) => name },
        {
          key: "from",
          header: `Version ${version} states`,
          cell: ({ from }) => <Words>{from}</Words>,
        },
        {
          key: "to",
          header: `Version ${version + 1} would state`,
          cell: ({ from, to }) =>
            from === to ? <span className="text-muted">The same</span> : <Words isNew>{to}</Words>,
        },
      ]}
    />
  );
}

function Words({ isNew = false, children }: { isNew?: boolean; children: string }) {
  return (
    <p className={`wrap-anywhere whitespace-pre-wrap ${isNew ? "font-semibold" : ""}`}>
      {children}
    </p>
  );
}
