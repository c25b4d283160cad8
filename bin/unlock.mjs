import { fileURLToPath } from "node:url";
import { createLifetime } from "./lifetime.mjs";
import { loadDotEnv } from "./project/dot-env.mjs";
import { reachDatabase } from "./seed/reach-database.mjs";
import { reportFailure } from "./terminal/report.mjs";
import { createSteps } from "./terminal/steps.mjs";

/**
 * Ends every wait that wrong sign-ins have brought about: for accounts, networks and browsers.
 * @param {{ url: string }} options
 * @returns {Promise<number>} how many waits there were
 */
export async function unlock({ url }) {
  const { connect } = await import("./postgres/connect.mjs");
  const client = await connect(url);
  try {
    const { rows } = await client.query(
      "with gone as (delete from attempt_limit returning blocked_until) select count(*)::int as n from gone where blocked_until > now()",
    );
    return rows[0].n;
  } finally {
    await client.end();
  }
}

/** @param {number} ended how many waits there were */
export function endedText(ended) {
  if (ended === 0) return "Nobody had to wait";
  return `${ended} ${ended === 1 ? "wait" : "waits"} ended; everybody may try again`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await unlockFromTerminal();

async function unlockFromTerminal() {
  const lifetime = createLifetime();
  const steps = createSteps();
  try {
    loadDotEnv();
    const { url } = await reachDatabase(steps, lifetime);
    await steps.run("Ending waits after wrong sign-ins", async (say) => {
      say(endedText(await unlock({ url })));
    });
    await lifetime.end(0);
  } catch (error) {
    if (!lifetime.isEnding) reportFailure(error);
    await lifetime.end(1);
  }
}
