/** The sheet that floats above the page: menus and pop-ups. */
export const popupClass = [
  "rounded-lg border border-line bg-raised text-ink shadow-float outline-none",
  "origin-(--transform-origin) transition-[opacity,scale] duration-100",
  "data-starting-style:scale-98 data-starting-style:opacity-0",
  "data-ending-style:scale-98 data-ending-style:opacity-0",
].join(" ");

export const scrimClass =
  "scrim fixed inset-0 z-40 min-h-dvh bg-scrim transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0";
