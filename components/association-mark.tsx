/** The diamond before the association's name. It says nothing that the name does not. */
export function AssociationMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-5 shrink-0 fill-accent">
      <path fillRule="evenodd" d="M16 1.5 30.5 16 16 30.5 1.5 16ZM16 9 9 16l7 7 7-7Z" />
    </svg>
  );
}
