/** Why a designation cannot be taken from its event, given how many certificates state it. */
export function refusalToRemove(certificates: number): string | null {
  if (certificates === 0) return null;
  const which = certificates === 1 ? "1 certificate states" : `${certificates} certificates state`;
  return `${which} it, so it cannot be removed. Change it instead.`;
}
