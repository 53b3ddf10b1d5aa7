/**
 * Why an event cannot be removed, given how many registrations it has; null when it can. Claims,
 * certificates, credit and reminders of an event are all those of a registration.
 */
export function refusalToRemove(registrations: number): string | null {
  if (registrations === 0) return null;
  const who = registrations === 1 ? "1 member is" : `${registrations} members are`;
  return `${who} registered, so this event cannot be removed.`;
}
