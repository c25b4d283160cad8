import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * npm run bench -- --customers 100000 --rounds 5 --only search --data folder --no-write
 * @returns {{ customers: number, dataDir: string, rounds: number, write: boolean, only: RegExp }}
 */
export function readArguments() {
  const { values } = parseArgs({
    options: {
      customers: { type: "string", default: "1000000" },
      rounds: { type: "string", default: "3" },
      only: { type: "string", default: "" },
      data: { type: "string" },
      "no-write": { type: "boolean", default: false },
    },
  });
  const customers = Number(values.customers);
  return {
    customers,
    dataDir: path.resolve(root, values.data ?? path.join(".data", `bench-${customers}`)),
    rounds: Number(values.rounds),
    only: new RegExp(values.only, "i"),
    // A part of the cases, or another size, is no new full run.
    write: !values["no-write"] && values.only === "",
  };
}
