/** The look of the plain tables below /groups. */
export const table = "w-full table-fixed border-collapse text-left";
export const head = "px-3 py-2 text-meta font-medium text-muted";
export const cell = "px-3 py-2 align-middle";
