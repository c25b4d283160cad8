import type { Doer } from "@/lib/changes/schema";

const doors: Record<Doer["door"], string> = {
  desk: "in the desk",
  api: "through the API",
  import: "by import",
  system: "by the system",
};

const kinds: Partial<Record<Doer["actorKind"], string>> = {
  api_key: "API token",
  customer: "in the shop",
};

/** Through which door somebody came; a token says that it is one. */
export function doorText({ actorKind, door }: Pick<Doer, "actorKind" | "door">): string {
  return kinds[actorKind] ?? doors[door];
}
