import "server-only";
import { Prisma } from "./generated/prisma/client";

/** A value for a nullable JSON column: absent stays absent, null clears. */
export function jsonColumn(value: Record<string, unknown> | null | undefined) {
  if (value === undefined) return undefined;
  return value === null ? Prisma.DbNull : (value as Prisma.InputJsonObject);
}
