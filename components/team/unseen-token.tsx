"use client";

import { useState, useTransition } from "react";
import { FormError, type FormErrorState } from "@/components/form/form-error";
import { placeRefusal, unreachable } from "@/components/form/refusal";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RevokeAction } from "./revoke-token";

type UnseenTokenProps = {
  id: string;
  revoke: RevokeAction;
  onRevoked: () => void;
  onKeep: () => void;
};

/** The token was made, and the answer that held it was lost on its way: it works, and nobody knows it. */
export function UnseenToken({ id, revoke, onRevoked, onKeep }: UnseenTokenProps) {
  const [error, setError] = useState<FormErrorState | null>(null);
  const [pending, startTransition] = useTransition();

  function giveUp() {
    setError(null);
    startTransition(async () => {
      const result = await revoke({ id }).catch(() => null);
      if (result?.ok) return onRevoked();
      setError(result ? placeRefusal(result, () => false).formError : unreachable);
    });
  }

  return (
    <div className="flex flex-col gap-4">
      <FormError error={error} />
      <Notice tone="warn" role="alert">
        The first try had made the token already, but its answer did not arrive here. It cannot be
        shown again: revoke it and make another one.
      </Notice>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button onClick={onKeep}>Leave it for now</Button>
        <Button variant="primary" busy={pending} onClick={giveUp}>
          Revoke it and start again
        </Button>
      </div>
    </div>
  );
}
