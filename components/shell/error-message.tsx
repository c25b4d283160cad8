"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { MessagePage } from "./message-page";

type ErrorMessageProps = { error: unknown; retry: () => void };

/** What an `error.tsx` shows, in its `<main>`. */
export function ErrorMessage({ error, retry }: ErrorMessageProps) {
  return (
    <MessagePage
      title="That did not work"
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
          <ButtonLink href="/customers">To the customers</ButtonLink>
        </>
      }
    >
      Something failed on our side. What you saved before is safe.
      <ErrorNumber error={error} />
    </MessagePage>
  );
}

/** The number under which the server's log has the whole story. */
function ErrorNumber({ error }: { error: unknown }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return digest && <p className="mt-2 font-mono text-xs">Error {digest}</p>;
}
