import type { Metadata } from "next";
import { AddAdmin } from "@/components/team/add-admin";
import { ReadOnlyNote } from "@/components/team/read-only-note";
import { TeamTable } from "@/components/team/team-table";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/actor";
import { requireAdmin } from "@/lib/auth/guard";
import { listAdmins } from "@/lib/team/admins";
import { addAdminAction, changeRoleAction, deactivateAction, reactivateAction } from "./actions";

export const metadata: Metadata = { title: "Team" };

const memberActions = {
  changeRole: changeRoleAction,
  deactivate: deactivateAction,
  reactivate: reactivateAction,
};

export default async function TeamPage() {
  const actor = await requireAdmin();
  const mayChange = may(actor, "team");
  return (
    <>
      <PageHeader
        title="Team"
        description="Who may sign in to this desk, and what they may do."
        actions={
          mayChange ? (
            <AddAdmin action={addAdminAction} />
          ) : (
            <ReadOnlyNote>Only an owner may change the team.</ReadOnlyNote>
          )
        }
      />
      <TeamTable
        members={await listAdmins(actor)}
        me={actor.id}
        actions={mayChange ? memberActions : undefined}
      />
    </>
  );
}
