import { DomainError } from "./errors";

/** Throws `conflict` with facts `{ version }` when the record is at none of the versions an edit may start from. */
export function refuseVersion(
  noun: string,
  now: { version: number },
  versions: readonly number[] | undefined,
): void {
  if (!versions || versions.includes(now.version)) return;
  throw new DomainError("conflict", `Somebody changed this ${noun} since you read it.`, {
    facts: { version: now.version },
  });
}
