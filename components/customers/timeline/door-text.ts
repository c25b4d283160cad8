import type { Doer } from "@/lib/changes/schema";

const doors: Record<Doer["door"], string> = {
  desk: "in the desk",
  api: "through the API",
  import: "by import",
  system: "by the system",
};

/** Through which door somebody came; a token says that it is one. */
export function doorText({ actorKind, door }: Pick<Doer, "actorKind" | "door">): string {
  return actorKind === "api_key" ? "API token" : doors[door];
}
