import { Refusal } from "../terminal/refusal.mjs";

const USAGE = `npm run import:medusa -- --from postgres://user:password@host:5432/database
  brings customers, addresses, groups and passwords of a Medusa shop along, version 1 or 2;
  that database is only read. Run it again to fetch what has changed there since.
  --dry-run   says what would be done and writes nothing`;

/**
 * @param {string[]} words what stands behind the command
 * @returns {{ from: string, dryRun: boolean }}
 */
export function readArguments(words) {
  const rest = words.flatMap((word) => (word.startsWith("--") ? word.split(/=(.*)/s, 2) : [word]));
  let [from, dryRun] = ["", false];
  while (rest.length > 0) {
    const word = rest.shift();
    if (word === "--dry-run") dryRun = true;
    else if (word === "--from") from = rest.shift() ?? "";
    // The word itself may be an address with a password in it.
    else throw new Refusal(`One of the words behind the command is not known here.\n\n${USAGE}`);
  }
  if (!from) throw new Refusal(`Say which database to bring along.\n\n${USAGE}`);
  return { from, dryRun };
}
