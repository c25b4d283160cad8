import { parseArgs } from "node:util";

/**
 * @returns {{ customers: number, rounds: number, write: boolean, only: RegExp }}
 */
export function readArguments() {
  const { values } = parseArgs({
    options: {
      customers: { type: "string", default: "1000000" },
      rounds: { type: "string", default: "3" },
      only: { type: "string", default: "" },
      "no-write": { type: "boolean", default: false },
    },
  });
  return {
    customers: Number(values.customers),
    rounds: Number(values.rounds),
    only: new RegExp(values.only, "i"),
    // A part of the cases, or another size, is no new full run.
    write: !values["no-write"] && values.only === "",
  };
}
