const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const HOST_HEADER = /^(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::\d{1,5})?$/i;

/**
 * The names by which the desk may be called. Any other is refused: a name that someone else
 * points here would make this machine's visitors theirs (DNS rebinding).
 * @param {URL[]} publicUrls
 */
export function allowedHosts(publicUrls) {
  return new Set([...LOOPBACK, ...publicUrls.map(({ hostname }) => hostname.toLowerCase())]);
}

/**
 * @param {string | undefined} header
 * @param {Set<string>} allowed
 */
export function isAllowedHost(header, allowed) {
  const name = HOST_HEADER.exec(header ?? "")?.[1];
  return name !== undefined && allowed.has(name.toLowerCase());
}
