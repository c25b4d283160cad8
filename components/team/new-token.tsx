"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type CreateTokenAction, type Made, NewTokenForm } from "./new-token-form";
import type { RevokeAction } from "./revoke-token";
import { ShownOnce } from "./shown-once";
import { UnseenToken } from "./unseen-token";

type NewTokenProps = { action: CreateTokenAction; revoke: RevokeAction };

/** The button, its dialog, and the token in the one moment in which it can be seen. */
export function NewToken({ action, revoke }: NewTokenProps) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);

  function onOpenChange(next: boolean) {
    setOpen(next);
    if (next) setMade(null);
  }

  return (
    <Dialog
      {...{ open, onOpenChange }}
      size="lg"
      title={titleOf(made)}
      trigger={
        <Button variant="primary">
          <KeyRound aria-hidden />
          New token
        </Button>
      }
    >
      {!made && <NewTokenForm action={action} onCreated={setMade} />}
      {made?.token && <ShownOnce token={made.token} onDone={() => setOpen(false)} />}
      {made?.token === "" && (
        <UnseenToken
          id={made.id}
          revoke={revoke}
          onRevoked={() => setMade(null)}
          onKeep={() => setOpen(false)}
        />
      )}
    </Dialog>
  );
}

function titleOf(made: Made | null): string {
  if (!made) return "New API token";
  return made.token ? "Copy your token now" : "Nobody has seen this token";
}
