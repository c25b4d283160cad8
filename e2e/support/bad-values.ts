import { readFileSync } from "node:fs";

type Written = {
  name: string;
  want: string;
  value?: unknown;
  before?: string;
  repeat?: string;
  times?: number;
  nested?: number;
  keys?: number;
};

export type BadValue = {
  name: string;
  /** `exact`: must come back as it is. `reject`: must be refused. `either`: refused, or kept but for blanks at the ends. */
  want: "exact" | "reject" | "either";
  value: unknown;
  /** The value as JSON: half surrogates, reserved keys and a nesting that no object here could have, too. */
  json: string;
};

/** The values that break careless software. The long ones are written short in the file and made here. */
export const BAD_VALUES: BadValue[] = readValues().map((written) => {
  const json = jsonOf(written);
  return {
    name: written.name,
    want: written.want as BadValue["want"],
    value: written.nested === undefined ? JSON.parse(json) : undefined,
    json,
  };
});

const WORKERS = 4;

/** Tries each value, four at once (`worker` is 0 to 3), and answers a line for each that was not treated as it should be. */
export async function faultsOf(
  check: (bad: BadValue, worker: number) => Promise<string | null>,
): Promise<string[]> {
  const faults: string[] = [];
  const waiting = [...BAD_VALUES];
  const work = async (worker: number) => {
    for (let bad = waiting.shift(); bad; bad = waiting.shift()) {
      const fault = await check(bad, worker);
      if (fault) faults.push(`${bad.name}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
  return faults;
}

function readValues(): Written[] {
  return JSON.parse(readFileSync("e2e/data/bad-values.json", "utf8"));
}

function jsonOf({ value, before = "", repeat, times = 0, nested = 0, keys }: Written): string {
  if (repeat !== undefined) return JSON.stringify(before + repeat.repeat(times));
  if (keys !== undefined)
    return JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, i])));
  return nested > 0 ? `${'{"k":'.repeat(nested)}1${"}".repeat(nested)}` : JSON.stringify(value);
}
