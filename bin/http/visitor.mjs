import { isIP } from "node:net";

/**
 * Who is asking and how, as far as it can be trusted: the connection itself, or what our own
 * proxies added. Each proxy appends the address it was asked from, so the list counts from its
 * right; what stands further left was written by the visitor.
 * @param {import("node:http").IncomingMessage} request
 * @param {number} trustedProxies how many proxies of ours stand in front
 * @returns {{ address: string, proto: "http" | "https", host: string | undefined }}
 */
export function visitorOf(request, trustedProxies) {
  const { headers, socket } = request;
  const direct = {
    address: plainAddress(socket.remoteAddress) ?? "",
    proto: /** @type {const} */ (socket.encrypted ? "https" : "http"),
    host: headers.host,
  };
  if (trustedProxies === 0) return direct;
  const hops = listOf(headers["x-forwarded-for"]);
  const named = hops[Math.max(0, hops.length - trustedProxies)];
  const proto = listOf(headers["x-forwarded-proto"]).at(-1)?.toLowerCase();
  return {
    address: plainAddress(named) ?? direct.address,
    proto: proto === "https" || proto === "http" ? proto : direct.proto,
    host: listOf(headers["x-forwarded-host"]).at(-1) ?? direct.host,
  };
}

function listOf(header) {
  return String(header ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Without brackets, port and zone; an IPv4 address always in its own form. */
function plainAddress(text) {
  if (!text) return null;
  const bare = text
    .replace(/^\[([^\]]+)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
  return isIP(bare) ? bare.toLowerCase() : null;
}
