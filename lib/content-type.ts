/** True for `application/json` with or without parameters, and for nothing that only resembles it. */
export function isJson(contentType: string | null): boolean {
  return /^\s*application\/json\s*(?:;|$)/i.test(contentType ?? "");
}
