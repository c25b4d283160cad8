import { createInterface } from "node:readline/promises";
import { Refusal } from "../terminal/refusal.mjs";

/**
 * Makes sure that made-up customers are really to be mixed with those that are there.
 * @param {{ count: number, add: boolean, yes: boolean }} asked
 */
export async function confirmAdding({ count, add, yes }) {
  if (!add || yes) return;
  if (!process.stdin.isTTY) throw new Refusal("Say --yes too: nobody is here to be asked.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const question = `Add ${count.toLocaleString("en")} made-up customers to those that are there? [y/N] `;
  const answer = await terminal.question(question).finally(() => terminal.close());
  if (!/^y(es)?$/i.test(answer.trim())) throw new Refusal("Nothing was changed.");
}
