import net from "node:net";
import { Refusal } from "../terminal/refusal.mjs";

const THIS_MACHINE = ["127.0.0.1", "::1"];
const NO_SUCH_ADDRESS = new Set(["EADDRNOTAVAIL", "EAFNOSUPPORT"]);

/**
 * Opens the doors: one for a given host, else one for each loopback address, since `localhost`
 * means either.
 * @param {import("node:http").Server} server
 * @param {{ host: string | undefined, port: number }} place
 * @returns {Promise<{ close: () => void }>}
 */
export async function listen(server, { host, port }) {
  const [first, second] = host ? [host] : THIS_MACHINE;
  await open(server, { host: first, port });
  const other = net.createServer((socket) => server.emit("connection", socket));
  const close = () => {
    server.close();
    if (other.listening) other.close();
  };
  if (second) await openIfPresent(other, { host: second, port }, close);
  return { close };
}

/**
 * Finds out before the long steps whether the port can be had.
 * @param {{ host: string | undefined, port: number }} place
 */
export async function refuseBusyPort(place) {
  const probe = net.createServer();
  const doors = await listen(probe, place);
  doors.close();
}

/** A machine without IPv6 lacks the second address: that is no fault. */
async function openIfPresent(server, place, giveUp) {
  try {
    await open(server, place);
  } catch (error) {
    if (NO_SUCH_ADDRESS.has(error.cause?.code)) return;
    giveUp();
    throw error;
  }
}

function open(server, place) {
  return new Promise((resolve, reject) => {
    const fail = (error) => reject(explain(error, place));
    server.once("error", fail);
    server.listen(place, () => {
      server.off("error", fail);
      resolve();
    });
  });
}

function explain(error, { host, port }) {
  const sentences = {
    EADDRINUSE: `Port ${port} is in use by another program: stop that one, or choose another port, as in PORT=${port + 1} npm start.`,
    EACCES: `This user may not open port ${port}: choose one above 1023, as in PORT=3000 npm start.`,
    EADDRNOTAVAIL: `This machine does not have the address ${host}: set HOST to one that it has.`,
    ENOTFOUND: `There is no address called ${host}: set HOST to one that this machine has.`,
  };
  const sentence = sentences[error.code] ?? `Port ${port} cannot be opened: ${error.message}.`;
  return Object.assign(new Refusal(sentence), { cause: error });
}
