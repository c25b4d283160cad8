export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-accent-solid px-3 py-2 font-medium text-on-accent print:hidden focus:translate-y-0"
    >
      Skip to content
    </a>
  );
}
