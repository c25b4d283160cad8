import { randomInt } from "node:crypto";
import net from "node:net";

// Below the range that systems hand out to outgoing connections, so that the port is still free
// when the server comes back after a crash.
const LOWEST = 15_000;
const HIGHEST = 30_000;
const TRIES = 200;

/**
 * @param {number | undefined} preferred the port of the last start
 * @param {string} [host]
 * @returns {Promise<number>}
 */
export async function freePort(preferred, host = "127.0.0.1") {
  if (preferred && (await isFree(preferred, host))) return preferred;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No free port between ${LOWEST} and ${HIGHEST}.`);
}

function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
