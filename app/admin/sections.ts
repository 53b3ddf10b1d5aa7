import type { Route } from "next";
import type { MemberActor } from "@/lib/members/rules";
import { type Act, may } from "@/lib/roles/rules";
import type { Waiting } from "@/lib/waiting/queries";

type Section = {
  href: Route;
  label: string;
  /** What its pages are for, in a sentence. */
  about: string;
  /** Whoever may do it sees the section. */
  act: Act;
  /** What of it waits for staff. */
  waits?: readonly (keyof Waiting)[];
};

const SECTIONS: readonly Section[] = [
  {
    href: "/admin/corrections",
    label: "Corrections",
    about: "What members ask you to correct in locked claims, certificates and accepted entries.",
    act: "correct credits",
    waits: ["corrections"],
  },
  {
    href: "/admin/review",
    label: "Review",
    about:
      "Credit that members reported, and forms that they submitted, which count once you accept them.",
    act: "review credit",
    waits: ["review", "forms"],
  },
  {
    href: "/admin/events",
    label: "Events",
    about: "Their set-up, who is registered, and who has not claimed yet.",
    act: "set up events",
    waits: ["onsite"],
  },
  {
    href: "/admin/payments",
    label: "Payments",
    about: "Refunds, and money that came and pays nothing.",
    act: "refund payments",
    waits: ["payments"],
  },
  {
    href: "/admin/members",
    label: "Members",
    about: "Who they are, what they hold, and what is on their record.",
    act: "keep members",
  },
  {
    href: "/admin/renewals",
    label: "Renewals",
    about: "Who stands where, what is owed and what is outstanding; audits of credits.",
    act: "follow renewals",
    waits: ["audits"],
  },
  {
    href: "/admin/programs",
    label: "Programs",
    about: "What certifications demand, and the formats, providers and credit types.",
    act: "change programs",
  },
  {
    href: "/admin/texts",
    label: "Texts",
    about: "What members read about CECs and what a renewal asks for.",
    act: "change settings",
  },
  {
    href: "/admin/imports",
    label: "Imports",
    about: "Files of members, events, credit and more: checked, then imported.",
    act: "import files",
  },
  {
    href: "/admin/exports",
    label: "Exports",
    about: "Members, claims, credit and payments as CSV files.",
    act: "export files",
  },
  {
    href: "/admin/mails",
    label: "Mails",
    about: "Mails that were not delivered, or may not have been.",
    act: "keep members",
    waits: ["mails"],
  },
  {
    href: "/admin/roles",
    label: "Roles",
    about: "Who works for the association.",
    act: "hand out roles",
  },
  {
    href: "/admin/settings",
    label: "Settings",
    about: "What the association calls itself and how it works.",
    act: "change settings",
  },
  {
    href: "/admin/audit",
    label: "Audit log",
    about: "Who did what, when, from what to what.",
    act: "read the audit log",
  },
];

/** The parts of the admin panel that an actor may use. */
export function sectionsFor(actor: MemberActor): Section[] {
  return SECTIONS.filter(({ act }) => may(actor, act));
}

/** How much of a section waits; 0 where nothing of it ever does. */
export function countOf({ waits = [] }: Section, waiting: Waiting): number {
  return waits.reduce((sum, what) => sum + waiting[what], 0);
}
