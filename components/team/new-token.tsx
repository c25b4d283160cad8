"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type CreateTokenAction, NewTokenForm } from "./new-token-form";
import { ShownOnce } from "./shown-once";

/** The button, its dialog, and the token in the one moment in which it can be seen. */
export function NewToken({ action }: { action: CreateTokenAction }) {
  const [open, setOpen] = useState(false);
  const [token, setToken] = useState<string | null>(null);

  function onOpenChange(next: boolean) {
    setOpen(next);
    if (next) setToken(null);
  }

  return (
    <Dialog
      {...{ open, onOpenChange }}
      size="lg"
      title={token ? "Copy your token now" : "New API token"}
      trigger={
        <Button variant="primary">
          <KeyRound aria-hidden />
          New token
        </Button>
      }
    >
      {token ? (
        <ShownOnce token={token} onDone={() => setOpen(false)} />
      ) : (
        <NewTokenForm action={action} onCreated={setToken} />
      )}
    </Dialog>
  );
}
