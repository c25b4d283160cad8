import "server-only";
import type { Actor, Role } from "../actor";
import type { LiveSession } from "./sessions";

type Facts = { [Key in keyof Actor as Key extends symbol ? never : Key]: Actor[Key] };

/** The mint. Only guards may import this file (lib/house.test.ts holds it). */
function mint(facts: Facts): Actor {
  return Object.freeze(facts) as Actor;
}

/** The admin behind a live session. */
export function adminActor(session: Pick<LiveSession, "id" | "admin">, door: Actor["door"]): Actor {
  const { id, email, firstName, lastName, role } = session.admin;
  const name = [firstName, lastName].filter(Boolean).join(" ") || email;
  return mint({ kind: "admin", id, name, role, door, sessionId: session.id });
}

/** A live API token, with no more rights than its access and its maker's role allow. */
export function apiKeyActor(key: {
  id: string;
  title: string;
  access: "read" | "write";
  makerRole: Role;
}): Actor {
  const role = key.access === "write" && key.makerRole !== "viewer" ? "admin" : "viewer";
  return mint({ kind: "api_key", id: key.id, name: key.title, role, door: "api" });
}

/** A shop's customer: may do nothing but what concerns themselves. */
export function customerActor(
  customer: { id: string; email: string; firstName?: string | null; lastName?: string | null },
  sessionId?: string,
): Actor {
  const { id, email, firstName, lastName } = customer;
  const name = [firstName, lastName].filter(Boolean).join(" ") || email;
  return mint({ kind: "customer", id, name, role: "viewer", door: "api", sessionId });
}

/** The shop itself: set-up, provisioning, upkeep. */
export function systemActor(): Actor {
  return mint({ kind: "system", id: "system", name: "Clientele", role: "owner", door: "system" });
}

/** The program that brings another shop's customers along. */
export function importActor(name: string): Actor {
  return mint({ kind: "system", id: "import", name, role: "owner", door: "import" });
}
