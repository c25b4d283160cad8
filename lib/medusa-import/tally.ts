/** What became of a row that was read. Each row has exactly one of these. */
export const OUTCOMES = [
  "new",
  "changed",
  "same",
  "deleted",
  "clash",
  "invalid",
  "left",
  "ownerless",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const ENTITIES = ["groups", "customers", "addresses", "memberships"] as const;
export type Entity = (typeof ENTITIES)[number];

export type EntityCounts = Record<Outcome | "read", number>;
export type Counts = Record<Entity, EntityCounts>;

/** A row that was not taken, or (`noted`) taken but for something. */
export type Finding = {
  entity: Entity;
  rowId: string;
  outcome: Outcome | "noted";
  reason: string;
  email: string | null;
};

/** All zero. */
export function noCounts(): Counts {
  const zero = () =>
    Object.fromEntries(["read", ...OUTCOMES].map((name) => [name, 0])) as EntityCounts;
  return Object.fromEntries(ENTITIES.map((entity) => [entity, zero()])) as Counts;
}

/** Both together. */
export function addCounts(one: Counts, other: Counts): Counts {
  const sum = noCounts();
  for (const entity of ENTITIES)
    for (const name of ["read", ...OUTCOMES] as const)
      sum[entity][name] = (one[entity]?.[name] ?? 0) + (other[entity]?.[name] ?? 0);
  return sum;
}
