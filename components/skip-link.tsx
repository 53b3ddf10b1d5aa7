/** The first stop of the keyboard: past the header, to the work. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only rounded-soft bg-accent px-4 py-2 font-semibold text-on-accent shadow-float focus:not-sr-only focus:fixed focus:start-4 focus:top-3 focus:z-50 focus:px-4 focus:py-2 print:hidden"
    >
      Skip to the content
    </a>
  );
}
