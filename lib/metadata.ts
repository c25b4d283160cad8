import { z } from "zod";
import { parse } from "./parse";
import { textFault } from "./text";

const MAX_BYTES = 64 * 1024;
const MAX_DEPTH = 32;
const MAX_KEYS = 500;
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [key: string]: JsonValue };
export type Metadata = { [key: string]: JsonValue };

/**
 * Free data on a record: a JSON object of at most 64 KiB, 32 levels and 500 keys. Refused rather than changed:
 * reserved keys, control characters, broken surrogates, numbers JSON cannot carry exactly.
 */
export const metadataField = z.custom<Metadata>().superRefine((value, context) => {
  const fault = metadataFault(value);
  if (fault) context.addIssue({ code: "custom", message: fault });
});

/** Why this value cannot be kept as metadata, or null. */
export function metadataFault(value: unknown): string | null {
  if (Array.isArray(value) || !isPlain(value))
    return "Metadata must be an object of keys and values.";
  const fault = inside(value, 1, { keys: 0 });
  if (fault) return fault;
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  return bytes > MAX_BYTES ? "Metadata may hold at most 64 KB." : null;
}

/**
 * One level of merging, as both Medusa generations do: keys of the patch are set, a key set to "" goes. Throws
 * `invalid` when both together are more than metadata may hold.
 */
export function mergeMetadata(now: Record<string, unknown> | null, patch: Metadata): Metadata {
  const merged = { ...now, ...patch } as Metadata;
  for (const [key, value] of Object.entries(patch)) if (value === "") delete merged[key];
  return parse(z.strictObject({ metadata: metadataField }), { metadata: merged }).metadata;
}

function inside(value: unknown, depth: number, seen: { keys: number }): string | null {
  if (typeof value === "string") return textFault(value);
  if (typeof value === "number") return numberFault(value);
  if (value === null || typeof value === "boolean") return null;
  if (!isPlain(value))
    return "Metadata may hold text, numbers, true, false, null, lists and objects.";
  if (depth > MAX_DEPTH) return `Metadata may be at most ${MAX_DEPTH} levels deep.`;
  for (const [key, item] of Object.entries(value)) {
    if (++seen.keys > MAX_KEYS) return `Metadata may have at most ${MAX_KEYS} keys.`;
    if (RESERVED.has(key)) return `The metadata key “${key}” is reserved; choose another.`;
    const fault = textFault(key) ?? inside(item, depth + 1, seen);
    if (fault) return fault;
  }
  return null;
}

/** What JSON itself could have brought: no date, map or class whose content JSON.stringify would lose. */
function isPlain(value: unknown): value is object {
  if (value === null || typeof value !== "object") return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === null || Object.getPrototypeOf(prototype) === null) &&
    typeof (value as { toJSON?: unknown }).toJSON !== "function"
  );
}

function numberFault(value: number): string | null {
  if (!Number.isFinite(value)) return "A number in metadata is too large; send it as text.";
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    return "A number in metadata has more digits than JSON keeps exactly; send it as text.";
  return null;
}
