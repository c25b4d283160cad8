import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 50;

/**
 * Keeps count of the answers that are under way, so that a stop can wait for them.
 */
export function createOpenRequests() {
  /** @type {Set<import("node:http").ServerResponse>} */
  const open = new Set();
  return {
    get size() {
      return open.size;
    },

    /** @param {import("node:http").ServerResponse} response */
    add(response) {
      open.add(response);
      response.once("close", () => open.delete(response));
    },

    /**
     * Waits until all are answered. Streams that would never end by themselves are ended now; the
     * browser asks again when the desk is back.
     * @param {number} patience in milliseconds
     * @returns {Promise<number>} how many were still open then
     */
    async settle(patience) {
      const deadline = Date.now() + patience;
      while (open.size > 0 && Date.now() < deadline) {
        for (const response of open) if (isEventStream(response)) response.end();
        await sleep(POLL_MS);
      }
      return open.size;
    },
  };
}

function isEventStream(response) {
  return String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");
}
