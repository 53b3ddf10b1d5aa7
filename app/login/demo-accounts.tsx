import { DataTable } from "@/components/data-table";

type Account = { label: string; login: string; password: string };

/** Shown in demo mode alone. */
export function DemoAccounts({ accounts }: { accounts: readonly Account[] }) {
  return (
    <section className="flex flex-col gap-4">
      <h2>Demo accounts</h2>
      <p className="measure text-muted">
        This is a demo association with invented people. Log in as any of them.
      </p>
      <DataTable
        caption="Demo accounts"
        captionHidden
        rows={accounts}
        rowKey={({ login }) => `demo-${login}`}
        columns={[
          { key: "label", header: "Who", rowHeader: true, cell: ({ label }) => label },
          { key: "login", header: "Login", cell: ({ login }) => login },
          { key: "password", header: "Password", cell: ({ password }) => password },
        ]}
      />
    </section>
  );
}
