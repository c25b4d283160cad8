import { RequestFault } from "./request-fault";

export type QueryValue = string | QueryValue[] | { [key: string]: QueryValue };
export type Query = { [key: string]: QueryValue };

const MOST_PAIRS = 5_000;
const MOST_LEVELS = 5;

type Options = {
  /** How deep a name may be nested; 5 unless told. */
  levels?: number;
  /** Whether `a.b` means `a[b]`. */
  dots?: boolean;
};

/** What stands under one name: values and items without a key in the order they came, and items by key. */
type Node = { listed: boolean; values: (string | Node)[]; items: Map<string, Node> };

/**
 * A query string by the rules of `qs`: `a[]=x`, `a[0]=x` and a repeated `a=x` are lists, `a[b]=x` an object.
 * Lists may be of any length; the work is linear in the length of the string, whatever it holds. Every name stays
 * visible, `__proto__` too, on objects without a prototype. Throws a RequestFault (400) for too many levels or
 * 5,000 parameters and for bytes that are no UTF-8.
 */
export function parseQuery(search: string, options: Options = {}): Query {
  const pairs = search.replace(/^\?/, "").split("&").filter(Boolean);
  if (pairs.length > MOST_PAIRS)
    throw new RequestFault(400, `The query has more than ${MOST_PAIRS} parameters.`);
  const root = newNode();
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const [first = "", ...rest] = pathOf(name, options);
    place(itemOf(root, first), rest, at < 0 ? "" : decode(pair.slice(at + 1)));
  }
  return asObject(root);
}

/** `a[b][]` → a, b, "". A name whose brackets do not match is one flat name. */
function pathOf(name: string, { levels = MOST_LEVELS, dots = false }: Options): string[] {
  const bracketed = dots ? name.replace(/\.([^.[\]]+)/g, "[$1]") : name;
  const [, first, brackets] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(bracketed) ?? [];
  if (first === undefined || brackets === undefined) return [name];
  const path = [first, ...Array.from(brackets.matchAll(/\[([^[\]]*)\]/g), ([, key = ""]) => key)];
  if (path.length > levels)
    throw new RequestFault(400, `A query parameter is nested deeper than ${levels} levels.`);
  return path;
}

function place(node: Node, [key, ...rest]: string[], value: string): void {
  if (key === undefined) node.values.push(value);
  else place(key === "" ? anotherOf(node) : itemOf(node, key), rest, value);
}

function itemOf(node: Node, key: string): Node {
  const item = node.items.get(key) ?? newNode();
  node.items.set(key, item);
  return item;
}

function anotherOf(node: Node): Node {
  const item = newNode();
  node.listed = true;
  node.values.push(item);
  return item;
}

function asValue(node: Node): QueryValue {
  const values = node.values.map((value) => (typeof value === "string" ? value : asValue(value)));
  const [only] = values;
  if (node.items.size === 0)
    return !node.listed && values.length === 1 && only !== undefined ? only : values;
  const indexed = [...node.items].every(([key]) => /^\d{1,9}$/.test(key));
  if (!indexed) return values.length > 0 ? [...values, asObject(node)] : asObject(node);
  const inOrder = [...node.items].sort(([a], [b]) => Number(a) - Number(b));
  return [...inOrder.map(([, item]) => asValue(item)), ...values];
}

function asObject(node: Node): Query {
  const object: Query = Object.create(null);
  for (const [key, item] of node.items) object[key] = asValue(item);
  return object;
}

/** A stray percent sign stands for itself; encoded bytes that are no UTF-8 are refused rather than changed. */
function decode(text: string): string {
  const encoded = text.replaceAll("+", " ").replace(/%(?![\da-f]{2})/gi, "%25");
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new RequestFault(400, "The query is not valid UTF-8.");
  }
}

function newNode(): Node {
  return { listed: false, values: [], items: new Map() };
}
