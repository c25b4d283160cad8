/** An admin's id as v2 writes it: `user_…` where we, as v1, keep `usr_…`. Other ids stay as they are. */
export function userIdWire(id: string): string {
  return id.replace(/^usr_/, "user_");
}

/** The id that we keep, from the one that v2 was told. */
export function userIdOf(wire: string): string {
  return wire.replace(/^user_/, "usr_");
}
