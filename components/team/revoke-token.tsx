"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Isolated } from "@/components/ui/isolated";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/action-result";
import type { ApiKey } from "@/lib/team/schema";
import { refused } from "./refused";

export type RevokeAction = (input: { id: string }) => Promise<ActionResult<void>>;

export function RevokeToken({ token, action }: { token: ApiKey; action: RevokeAction }) {
  const [open, setOpen] = useState(false);
  const toast = useToast();

  async function revoke() {
    const result = await action({ id: token.id });
    if (result.ok) toast({ tone: "success", message: `“${token.title}” has been revoked.` });
    return refused(result);
  }

  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)} aria-label={`Revoke ${token.title}`}>
        Revoke
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={
          <>
            Revoke <Isolated>{token.title}</Isolated>?
          </>
        }
        description="Scripts that use it are refused from now on. This cannot be undone; a new token can be made at any time."
        confirmLabel="Revoke token"
        onConfirm={revoke}
      />
    </>
  );
}
