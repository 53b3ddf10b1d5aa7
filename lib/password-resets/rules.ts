/** Whether it can only be an e-mail address: then there is nothing left to confirm. */
export function isEmail(account: string): boolean {
  return account.includes("@");
}

/** The same answer whether or not anything matched. */
export const SPENT_LINK =
  "This link has been used, replaced by a newer one, or is too old. Ask for a new one.";
