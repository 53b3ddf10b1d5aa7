import type { ComponentProps } from "react";
import type { DataTable } from "@/components/data-table";
import { TextLink } from "@/components/text-link";
import { adminPaymentPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { printMoney } from "@/lib/credits/amount";
import { fullName } from "@/lib/members/rules";
import type { StaffPayment } from "@/lib/payments/queries";
import { STATE_WORDS } from "@/lib/payments/wording";

type Columns = ComponentProps<typeof DataTable<StaffPayment>>["columns"];

/** What a list of payments says of each. */
export function paymentColumns(zone: string): Columns {
  return [
    {
      key: "invoice",
      header: "Invoice",
      rowHeader: true,
      cell: ({ id, invoice }) => (
        <TextLink href={adminPaymentPath(id)}>{`Invoice ${invoice.number}`}</TextLink>
      ),
    },
    {
      key: "member",
      header: "Member",
      cell: ({ invoice: { renewal } }) => {
        const { memberNumber } = renewal.member;
        const name = fullName(renewal.member);
        return memberNumber ? `${name} (${memberNumber})` : name;
      },
    },
    {
      key: "amount",
      header: "Amount",
      align: "end",
      cell: ({ received }) => printMoney(received.cents, received.currency),
    },
    {
      key: "paid",
      header: "Paid",
      sort: { up: "oldest", down: "newest" },
      cell: ({ paidAt }) => (paidAt ? formatInstant(paidAt, zone) : null),
    },
    { key: "state", header: "State", cell: ({ state }) => STATE_WORDS[state] },
  ];
}
