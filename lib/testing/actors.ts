import type { Actor, Role } from "../actor";
import { adminActor, systemActor } from "../auth/actors";
import { change } from "../changes/change";
import { db } from "../db";
import { newId } from "../ids";

/** An admin of this role in the database, with a live-looking session. */
export async function anAdmin(role: Role = "owner", name = "Ada"): Promise<Actor> {
  const id = newId("usr");
  const email = `${id.toLowerCase()}@example.com`;
  await change(systemActor(), { kind: "test", label: "test" }, ({ tx }) =>
    tx.admin.create({
      data: { id, email, firstName: name, role, passwordHash: "none" },
      select: { id: true },
    }),
  );
  const admin = { id, email, firstName: name, lastName: null, role };
  return adminActor({ id: newId("ses"), admin }, "desk");
}

/** Every change set with its rows, the newest first. */
export async function allChanges() {
  return db().changeSet.findMany({
    orderBy: { id: "desc" },
    omit: { xact: true },
    include: { changeRows: { orderBy: { id: "asc" }, omit: { id: true } } },
  });
}
