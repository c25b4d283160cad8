import { once } from "node:events";
import { createServer, get } from "node:http";
import { Refusal } from "../terminal/refusal.mjs";

const FIRST_PATH = "/health/live";

/** Where the start-up hook leaves a sentence when it cannot go on. */
const FAILURE = Symbol.for("clientele.start-failure");

/**
 * Asks the application once before visitors may. Next runs its start-up hook (which makes the
 * provisioned owner) not while it prepares but with the first request, and waits for it there.
 * @param {import("next/dist/server/next.js").RequestHandler} handle
 */
export async function wakeUp(handle) {
  const inner = createServer(handle).listen(0, "127.0.0.1");
  await once(inner, "listening");
  try {
    const [answer] = await once(get({ port: inner.address().port, path: FIRST_PATH }), "response");
    answer.resume();
    if (globalThis[FAILURE]) throw new Refusal(globalThis[FAILURE]);
    if (answer.statusCode >= 500) throw new Refusal("The application did not start: see above.");
  } finally {
    inner.close();
    inner.closeAllConnections();
  }
}
