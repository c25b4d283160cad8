import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

type Noted = { id: string; email: string };

/**
 * Creates customers without a pause, each writer one after another, and notes every acknowledged one on disk before
 * the next. A create that got no answer is sent again with the same key until it has one.
 */
export function startWriters(given: { url: string; token: string; file: string; writers: number }) {
  const note = openSync(given.file, "a");
  let [stopped, acknowledged] = [false, 0];
  const wrong: string[] = [];

  async function write(writer: number): Promise<void> {
    for (let i = 0; !stopped; i++) {
      const email = `writer-${writer}-${i}@example.com`;
      const id = await create(email);
      if (id === null) return;
      writeSync(note, `${JSON.stringify({ id, email } satisfies Noted)}\n`);
      fsyncSync(note);
      acknowledged++;
    }
  }

  /** The new customer's id; null when it was never acknowledged. */
  async function create(email: string): Promise<string | null> {
    while (!stopped) {
      const response = await fetch(`${given.url}/admin/customers`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-medusa-access-token": given.token,
          "idempotency-key": email,
        },
        body: JSON.stringify({ email, first_name: "W", last_name: "", password: "" }),
        signal: AbortSignal.timeout(10_000),
      }).catch(() => null);
      const text = await response?.text().catch(() => null);
      if (response?.status === 201 && text) return JSON.parse(text).customer.id;
      // Gone or coming back is what this is about; anything else is a fault.
      if (response && text !== null && response.status !== 503)
        wrong.push(`${response.status} ${text?.slice(0, 200)}`);
      await sleep(30);
    }
    return null;
  }

  const running = Array.from({ length: given.writers }, (_, writer) => write(writer));
  return {
    acknowledged: () => acknowledged,
    wrong,
    async stop(): Promise<Noted[]> {
      stopped = true;
      await Promise.all(running);
      closeSync(note);
      const lines = readFileSync(given.file, "utf8").trim().split("\n");
      return lines.map((line) => JSON.parse(line));
    },
  };
}
