import { HelpAddress } from "./help-address";
import { TextLink } from "./text-link";

export function SiteFooter({
  associationName,
  help,
}: {
  associationName: string;
  help: { credits: string; membership: string };
}) {
  return (
    <footer className="border-t border-hairline text-body text-muted print:hidden">
      <div className="page-width flex flex-wrap justify-between gap-x-8 gap-y-2 py-6">
        <div>
          <p>{associationName}</p>
          <HelpAddress {...help} />
        </div>
        <p>
          <TextLink href="/verify">Verify a certificate</TextLink>
        </p>
      </div>
    </footer>
  );
}
