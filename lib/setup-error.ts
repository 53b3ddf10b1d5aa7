/** Something about this machine or its configuration stops us; the message says what and what to do. */
export class SetupError extends Error {
  override name = "SetupError";
}
