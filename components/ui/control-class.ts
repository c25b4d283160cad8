/** The look shared by everything one types or chooses in: input, textarea, select. */
export const controlClass = [
  "block w-full min-w-0 rounded-md border border-line-strong bg-raised text-sm text-ink",
  // Safari on a phone zooms the page into any input whose text is smaller than 16 px
  "pointer-coarse:text-base",
  "focus-visible:-outline-offset-1 aria-invalid:border-danger aria-invalid:outline-danger",
  "disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken",
].join(" ");
