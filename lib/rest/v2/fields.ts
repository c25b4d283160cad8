/** What an entity can be answered with: always unless told, only when asked for, and its relations with their fields. */
export type Fields = {
  standard: readonly string[];
  extra?: readonly string[];
  relations?: Record<string, readonly string[]>;
};

/** Fields to answer with; a relation is there when at least one of its fields is. */
export type Selection = {
  own: ReadonlySet<string>;
  relations: ReadonlyMap<string, ReadonlySet<string>>;
};

/**
 * What `fields` selects. A plain name leaves nothing but what is named, and `id`; `+x`, `-x`, `*rel` and `rel.*`
 * alone start from what is answered anyway. `rel.x` is only that part of a relation. Unknown names select nothing.
 */
export function selectionOf(fields: string | undefined, known: Fields): Selection {
  const terms = (fields ?? "").split(",").filter(Boolean);
  const paths = new Set(terms.some(isPlain) ? [] : known.standard);
  const all = pathsOf(known);
  for (const term of terms) {
    const name = nameOf(term);
    const meant = term === "*" ? ownOf(known) : all.filter((path) => isWithin(path, name));
    for (const path of meant)
      if (term.startsWith("-")) paths.delete(path);
      else paths.add(path);
  }
  paths.add("id");
  return {
    own: new Set(ownOf(known).filter((name) => paths.has(name))),
    relations: relationsIn(paths, known),
  };
}

/** Of an object these keys alone, in the object's order. */
export function pick<T extends object>(row: T, names: ReadonlySet<string>): Partial<T> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => names.has(key))) as Partial<T>;
}

function isPlain(term: string): boolean {
  return !/^[+\-* ]/.test(term) && !term.endsWith(".*");
}

/** `+x`, ` x`, `-x`, `*x` and `x.*` → x. A plus that was not encoded arrives as a blank. */
function nameOf(term: string): string {
  return term.replace(/^[+\-* ]/, "").replace(/\.\*$/, "");
}

function isWithin(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`);
}

function ownOf({ standard, extra = [] }: Fields): string[] {
  return [...standard, ...extra];
}

function pathsOf(known: Fields): string[] {
  const related = Object.entries(known.relations ?? {}).flatMap(([relation, names]) =>
    names.map((name) => `${relation}.${name}`),
  );
  return [...ownOf(known), ...related];
}

function relationsIn(paths: Set<string>, { relations = {} }: Fields): Selection["relations"] {
  const found = Object.entries(relations).map(
    ([relation, names]) =>
      [relation, new Set(names.filter((name) => paths.has(`${relation}.${name}`)))] as const,
  );
  return new Map(found.filter(([, names]) => names.size > 0));
}
