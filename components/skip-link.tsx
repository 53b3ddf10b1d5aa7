/** The first stop of the keyboard: past the header, to the work. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed start-4 top-3 z-50 -translate-y-20 rounded-soft bg-accent px-4 py-2 font-semibold text-on-accent shadow-float focus:translate-y-0 print:hidden"
    >
      Skip to the content
    </a>
  );
}
