/** The tag of a record at this version. */
export function entityTag(version: number): string {
  return `"v${version}"`;
}

/**
 * The versions that an `If-Match` header allows a write to start from: undefined without one and for `*`.
 * A tag that is none of ours matches no version.
 */
export function versionsOf(headers: Headers): number[] | undefined {
  const header = headers.get("if-match");
  if (header === null || header.trim() === "*") return undefined;
  return [...header.matchAll(/"v(\d{1,9})"/g)].map(([, version]) => Number(version));
}
