"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type AddAdminAction, AddAdminForm, type Added } from "./add-admin-form";
import { HandOver } from "./hand-over";

/** The button, its dialog, and afterwards what to hand over to the new colleague. */
export function AddAdmin({ action }: { action: AddAdminAction }) {
  const [open, setOpen] = useState(false);
  const [added, setAdded] = useState<Added | null>(null);

  function onOpenChange(next: boolean) {
    setOpen(next);
    if (next) setAdded(null);
  }

  return (
    <Dialog
      {...{ open, onOpenChange }}
      title={added ? "Added to the team" : "Add an admin"}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          Add admin
        </Button>
      }
    >
      {added ? (
        <HandOver added={added} onDone={() => setOpen(false)} />
      ) : (
        <AddAdminForm action={action} onAdded={setAdded} />
      )}
    </Dialog>
  );
}
