import { monotonicFactory } from "ulid";

const nextUlid = monotonicFactory();

/** A new id such as `cus_01J…`: sortable by creation, not guessable. Prefixes: cus addr cgrp usr ses apk chg. */
export function newId(prefix: string): string {
  return `${prefix}_${nextUlid()}`;
}
