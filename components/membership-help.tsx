/** Where to turn when the way by mail does not work. */
export function MembershipHelp({ email }: { email: string }) {
  return (
    <p className="measure">
      If you receive an error or have any questions, please contact membership at{" "}
      <a href={`mailto:${email}`} className="words-link">
        {email}
      </a>
      .
    </p>
  );
}
