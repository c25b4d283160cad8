import { cleanRequest } from "./clean-request.mjs";
import { isAllowedHost } from "./hosts.mjs";
import { sealAnswer, standingHeaders } from "./seal-answer.mjs";
import { visitorOf } from "./visitor.mjs";

/**
 * Stands in front of the application: cleans each request, seals each answer, and turns away what
 * the application should never see.
 * @param {{ hosts: Set<string>, https: boolean, trustedProxies: number }} site
 */
export function createDoorman({ hosts, https, trustedProxies }) {
  const standing = standingHeaders({ https });
  let closing = false;
  return {
    /** From now on the ready check says no, and connections are not kept. */
    startClosing() {
      closing = true;
    },

    /**
     * @param {import("node:http").IncomingMessage} request
     * @param {import("node:http").ServerResponse} response
     * @returns {boolean} false when the request has been answered here
     */
    admits(request, response) {
      const visitor = visitorOf(request, trustedProxies);
      const calledBy = [request.headers.host, visitor.host];
      const requestId = cleanRequest(request, visitor);
      sealAnswer(response, { standing, requestId, path: request.url });
      if (closing) response.shouldKeepAlive = false;
      const refusal = refuse({ request, calledBy, hosts, closing });
      if (refusal) answer(request, response, refusal);
      return !refusal;
    },
  };
}

function refuse({ request, calledBy, hosts, closing }) {
  if (request.method === "TRACE") {
    return { status: 405, text: "TRACE is not offered here.", headers: { Allow: ALLOWED } };
  }
  if (!isPath(request.url)) return { status: 400, text: "That is not a path." };
  const unknown = calledBy.filter((host) => !isAllowedHost(host, hosts));
  if (unknown.length > 0) return { status: 421, text: notCalled(unknown[0]) };
  if (closing && request.url.split("?")[0] === "/health/ready") {
    return { status: 503, text: "Clientele is stopping." };
  }
  return null;
}

/** Broken percent signs would be a 500 further in. */
function isPath(url) {
  if (!url.startsWith("/")) return false;
  try {
    decodeURIComponent(url.split("?", 1)[0]);
    return true;
  } catch {
    return false;
  }
}

const ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

function notCalled(host) {
  const name = String(host ?? "").slice(0, 100);
  return `Clientele does not answer to the name "${name}": if it should, set CLIENTELE_URL to the address that is typed into the browser.`;
}

function answer(request, response, { status, text, headers }) {
  response.shouldKeepAlive = false;
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...headers });
  response.end(`${text}\n`);
  request.resume();
}
