import type { Metadata, Route } from "next";
import { AuditNotices } from "@/components/credit-audit-notice";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { TextLink } from "@/components/text-link";
import { todayIn } from "@/lib/calendar";
import { listAuditsWith } from "@/lib/credit-audits/queries";
import { findViewer, requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: `My ${(await findSettings()).shortName}` };
}

type Place = { href: Route; label: string; says: string };

const PLACES: readonly Place[] = [
  {
    href: "/profile",
    label: "Edit My Profile",
    says: "Your details, your profession and your emails.",
  },
  {
    href: "/certifications",
    label: "View My Certifications",
    says: "What you hold, its cycles, and when each is due.",
  },
  {
    href: "/cecs",
    label: "View CEC Dashboard and Report CECs",
    says: "How far along you are, what counts and why, and credit earned elsewhere.",
  },
  {
    href: "/courses",
    label: "My Online Courses",
    says: "Online courses on your record, and classes that providers posted.",
  },
  {
    href: "/applications",
    label: "View My Applications",
    says: "What you asked the association for, and where it stands.",
  },
  { href: "/purchases", label: "My Purchases", says: "Your invoices and receipts." },
];

export default async function AccountPage() {
  const { memberId } = await requireActor();
  const [{ shortName, timeZone }, viewer] = await Promise.all([findSettings(), findViewer()]);
  const today = todayIn(timeZone, new Date());
  const audits = await listAuditsWith(memberId, today);
  return (
    <>
      <PageHeading title={`My ${shortName}`}>
        Welcome, {viewer?.name}. Claim the credits of your events, report credit earned elsewhere,
        and look after your record here.
      </PageHeading>
      <AuditNotices audits={audits} today={today} />
      <Panel title="Access Your Information">
        <Places places={PLACES} />
      </Panel>
      <Panel title="Renewals">
        <Places
          places={[
            {
              href: "/renewals",
              label: "Renew your credential",
              says: "The four steps of a renewal, and what is left of each.",
            },
          ]}
        />
      </Panel>
      <Panel title={`My ${shortName} CMEs and Events`}>
        <Places
          places={[
            {
              href: "/events",
              label: "CME Tracker",
              says: "Your events, the credits you earned and your certificates.",
            },
          ]}
        />
      </Panel>
    </>
  );
}

function Places({ places }: { places: readonly Place[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {places.map(({ href, label, says }) => (
        <li key={href}>
          <TextLink href={href}>{label}</TextLink>
          <p className="text-body text-muted">{says}</p>
        </li>
      ))}
    </ul>
  );
}
