import { EventEmitter } from "node:events";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import { createApiDoor } from "./http/api-door.mjs";
import { answerBadRequest } from "./http/bad-request.mjs";
import { createDoorman } from "./http/doorman.mjs";
import { allowedHosts, isAllowedHost } from "./http/hosts.mjs";
import { listen } from "./http/listen.mjs";
import { createOpenRequests } from "./http/open-requests.mjs";
import { wakeUp } from "./http/wake-up.mjs";
import { logFault } from "./terminal/log-fault.mjs";
import { withoutLine } from "./terminal/without-line.mjs";

const TIMEOUTS = { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 };
const CONFIGURATION_TIMING = /Running next\.config/;
const BALANCER_NOTICE_MS = 5_000;
const DRAIN_MS = 25_000;
const CLOSE_MS = 3_000;

/**
 * Serves the application from this process.
 * @param {import("./settings.mjs").Settings & { dev: boolean, root: string }} options
 * @returns {Promise<{ open: () => Promise<void>, stop: () => Promise<void>, busy: () => number }>}
 *   `open` lets visitors in; `stop` lets those inside finish
 */
export async function serve({ dev, root, host, port, publicUrls, trustedProxies }) {
  const upgrades = new EventEmitter();
  const app = next({ dev, dir: root, port, hostname: "localhost", httpServer: upgrades });
  await withoutLine(CONFIGURATION_TIMING, () => app.prepare());
  const handle = app.getRequestHandler();
  if (!dev) await wakeUp(handle);

  const hosts = allowedHosts(publicUrls);
  const https = publicUrls[0].protocol === "https:";
  const openRequests = createOpenRequests();
  const doorman = createDoorman({ hosts, https, trustedProxies });
  const apiDoor = createApiDoor(root);
  const server = createServer(TIMEOUTS, (request, response) => {
    openRequests.add(response);
    if (!doorman.admits(request, response)) return;
    const answered = apiDoor.leadsTo(request)
      ? apiDoor.answer(request, response)
      : handle(request, response);
    answered.catch((error) => {
      logFault("request", error);
      response.destroy();
    });
  });
  server.on("clientError", answerBadRequest);
  if (dev) passUpgradesOn(server, upgrades, hosts);

  let doors = null;
  return {
    async open() {
      doors = await listen(server, { host, port });
    },

    busy: () => openRequests.size,

    async stop() {
      doorman.startClosing();
      if (doors && trustedProxies > 0) await sleep(BALANCER_NOTICE_MS);
      doors?.close();
      await openRequests.settle(DRAIN_MS);
      server.closeAllConnections();
      await Promise.race([app.close(), sleep(CLOSE_MS)]);
    },
  };
}

/** In watch mode the browser is told of changes through a socket; it passes the same host rule. */
function passUpgradesOn(server, upgrades, hosts) {
  server.on("upgrade", (request, socket, head) => {
    if (isAllowedHost(request.headers.host, hosts)) upgrades.emit("upgrade", request, socket, head);
    else socket.destroy();
  });
}
