import type { Metadata } from "next";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { QrCode } from "@/components/qr-code";
import { formatInstant } from "@/lib/calendar";
import { findOwnFactor, isSecondFactorAsked } from "@/lib/second-factors/queries";
import { groupsOf } from "@/lib/second-factors/rules";
import { findViewer, requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { BeginForm } from "./begin-form";
import { ConfirmForm } from "./confirm-form";
import { RemoveForm } from "./remove-form";
import { RenewCodesForm } from "./renew-codes-form";

export const metadata: Metadata = { title: "Second factor" };

export default async function SecondFactorPage({
  searchParams,
}: PageProps<"/profile/second-factor">) {
  const { memberId } = await requireActor();
  const { turned } = await searchParams;
  const { shortName, timeZone } = await findSettings();
  const [factor, viewer, isAsked] = await Promise.all([
    findOwnFactor(memberId, shortName, new Date()),
    findViewer(),
    isSecondFactorAsked(memberId),
  ]);
  return (
    <>
      <Breadcrumbs
        steps={[MY_ACCOUNT, { label: "My Profile", href: "/profile" }, { label: "Second factor" }]}
      />
      <PageHeading title="Second factor">
        Besides your password, a code from an authenticator app on your phone. Who learns your
        password alone does not get in.
      </PageHeading>
      {viewer?.lacksFactor ? (
        <Notice tone="warning">
          The association asks its staff for a second factor. Set it up to use the admin panel.
        </Notice>
      ) : null}
      {turned === "off" && !factor ? <Notice tone="good">Your second factor is off.</Notice> : null}
      {factor?.setup ? <Secret {...factor.setup} /> : null}
      <ConfirmForm isAsked={Boolean(factor?.setup)} />
      {factor?.confirmedAt ? (
        <>
          <Panel title="Recovery codes">
            <p>
              {`On since ${formatInstant(factor.confirmedAt, timeZone)}. ${leftWords(factor.recoveryCodesLeft)}`}
            </p>
            <RenewCodesForm />
          </Panel>
          {isAsked ? null : (
            <Panel title="Turn it off">
              <RemoveForm />
            </Panel>
          )}
        </>
      ) : (
        <Panel title={factor ? "Begin again" : "Off"}>
          <BeginForm isAgain={factor !== null} />
        </Panel>
      )}
    </>
  );
}

function Secret({ secret, uri }: { secret: string; uri: string }) {
  return (
    <Panel title="Show this to your app">
      <p className="measure">
        Choose “Scan a QR code” in any authenticator app, or type the secret. Then enter the code
        that the app shows.
      </p>
      <QrCode text={uri} label="QR code for your authenticator app" className="size-56" />
      <p>
        The secret: <code className="tabular-nums">{groupsOf(secret)}</code>
      </p>
      <p className="text-body text-muted">
        By time, six digits, every 30 seconds.{" "}
        <a href={uri} className="words-link">
          Open it in an app on this device
        </a>
        .
      </p>
    </Panel>
  );
}

function leftWords(left: number): string {
  if (left === 0) return "No recovery code is left. Make new ones.";
  return left === 1 ? "One recovery code is left." : `${left} recovery codes are left.`;
}
