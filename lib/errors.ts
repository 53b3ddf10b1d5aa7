/** What a person asked for cannot be done; the message is a sentence to show them. */
export class DomainError extends Error {
  override name = "DomainError";

  constructor(
    /** not-found also says "not yours" and "not your role"; conflict: something else came first. */
    readonly kind: "not-found" | "conflict" | "invalid",
    message: string,
    /** The form field to say it beside. */
    readonly field?: string,
    /** What is wrong with other fields, by name: one look at the form shows all of it. */
    readonly others: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Several fields are wrong at once. */
export function refusalOfFields(refusals: Readonly<Record<string, string>>): DomainError {
  const [[field, message] = [undefined, ""], ...others] = Object.entries(refusals);
  return new DomainError("invalid", message, field, Object.fromEntries(others));
}

/** "Not there", "not yours" and "not your role" are one answer. */
export function notFoundError(): DomainError {
  return new DomainError("not-found", "There is no such page here.");
}
