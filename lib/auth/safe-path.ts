const BASE = "http://clientele.invalid";
/** A path of ours: one slash, and no second one of either kind, which a browser would read as another host. */
const PATH = /^\/(?![/\\])/;
/** Where coming back would ask to sign in again, or would not be a page. */
const NOT_A_GOAL = /^\/(?:sign-in|sign-out|setup|api)(?:[/?#]|$)/;

/**
 * The path, query and fragment to go on to after signing in: `wanted` when it stays on this origin, however it is
 * spelled, else `fallback`.
 */
export function safePath(wanted: unknown, fallback = "/customers"): string {
  if (typeof wanted !== "string" || wanted.length > 4000 || !PATH.test(wanted)) return fallback;
  if (!URL.canParse(wanted, BASE)) return fallback;
  const { origin, pathname, search, hash } = new URL(wanted, BASE);
  // "/.//evil.example" is of our origin until its dot is taken away
  if (origin !== BASE || !PATH.test(pathname) || NOT_A_GOAL.test(pathname)) return fallback;
  return pathname + search + hash;
}
