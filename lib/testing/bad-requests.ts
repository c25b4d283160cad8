import { stringify } from "qs";
import type { BadValue } from "../../e2e/support/bad-values";

/** A query in which one parameter has this value, as a careless client would write it; null where none can. */
export function queryWith(name: string, { value, json }: BadValue): string {
  const bare = name.replace(/\[\]$/, "");
  if (typeof value === "string") return `${encoded(name)}=${encoded(value)}`;
  if (value === undefined) return `${encoded(bare)}${"[k]".repeat(200)}=1`;
  if (typeof value === "object" && value !== null && json.length < 2_000)
    return stringify({ [bare]: value }) || `${encoded(bare)}=`;
  return `${encoded(bare)}=${encoded(json)}`;
}

/** A JSON body in which one field has this value, character for character. */
export function bodyWith(field: string, { json }: BadValue, others: unknown): string {
  const rest = Object.entries(others ?? {})
    .filter(([name]) => name !== field)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{${[...rest, `${JSON.stringify(field)}:${json}`].join(",")}}`;
}

/** Half a surrogate pair has no encoding; its bytes are sent as they are. */
export function encoded(text: string): string {
  return text.isWellFormed()
    ? encodeURIComponent(text)
    : text.replace(/[\s\S]/g, (unit) =>
        unit.isWellFormed() ? encodeURIComponent(unit) : "%ED%A0%80",
      );
}
