import { TextLink } from "@/components/text-link";
import { directorySearchPath, eventsDeskPath, importsPath, providersPath } from "@/lib/addresses";
import { type Act, may } from "@/lib/roles/rules";
import { requireActor } from "@/lib/session";

const ofMembers = {
  href: directorySearchPath(),
  label: "The members",
  act: "keep members",
} as const;
const ofEvents = { href: eventsDeskPath(), label: "The events", act: "set up events" } as const;
const ofProviders = {
  href: providersPath(),
  label: "The providers",
  act: "change programs",
} as const;

type Place = typeof ofMembers | typeof ofEvents | typeof ofProviders;

/** Where staff find what a file of each kind wrote. */
const PLACES = new Map<string, Place & { act: Act }>([
  ["members", ofMembers],
  ["certifications", ofMembers],
  ["credit-entries", ofMembers],
  ["events", ofEvents],
  ["event-days", ofEvents],
  ["designations", ofEvents],
  ["registrations", ofEvents],
  ["providers", ofProviders],
  ["provider-posts", ofProviders],
]);

/** After an import: where to look at what it wrote, and the next file. */
export async function WrittenLinks({ kind }: { kind: string }) {
  const actor = await requireActor();
  const place = PLACES.get(kind);
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-2">
      {place && may(actor, place.act) ? <TextLink href={place.href}>{place.label}</TextLink> : null}
      <TextLink href={importsPath({ kind })}>Import another file</TextLink>
    </p>
  );
}
