declare const minted: unique symbol;

export type Role = "owner" | "admin" | "viewer";

/** What an actor may do. `read` is everybody's; `own` is one's own password and sessions. */
export type Right = "read" | "own" | "write" | "team";

/**
 * Who does something, and through which door. Rooms take one as their first argument;
 * only the guards in lib/auth can make one, so a door that forgot its guard does not compile.
 */
export type Actor = {
  readonly [minted]: true;
  readonly kind: "admin" | "api_key" | "customer" | "system";
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly door: "desk" | "api" | "import" | "system";
  /** The session this request came with, if any. */
  readonly sessionId?: string;
};

const RIGHTS: Record<Role, readonly Right[]> = {
  owner: ["read", "own", "write", "team"],
  admin: ["read", "own", "write"],
  viewer: ["read", "own"],
};

/** True when this actor has the right. A customer has no right but over oneself, whatever the role says. */
export function may(
  actor: Pick<Actor, "role"> & Partial<Pick<Actor, "kind">>,
  right: Right,
): boolean {
  if (actor.kind === "customer") return right === "own";
  return RIGHTS[actor.role].includes(right);
}
