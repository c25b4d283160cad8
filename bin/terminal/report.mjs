import { Refusal } from "./refusal.mjs";

/**
 * Tells why a command stops: a sentence for what the reader can act on, a stack for our own faults.
 * @param {unknown} error
 */
export function reportFailure(error) {
  if (!(error instanceof Refusal)) {
    console.error(error);
    return;
  }
  if (error.output.trim()) console.error(`\n${error.output.trimEnd()}`);
  console.error(`\n${error.message}\n`);
}
