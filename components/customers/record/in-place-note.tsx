import { FieldError } from "@/components/form/field";
import { TakenEmail } from "../form/taken-email";
import type { Refused } from "./use-in-place-edit";

type InPlaceNoteProps = { id: string; refused?: Refused; isSignInName: boolean };

/** Under the input: why it was refused, else what the keys do. */
export function InPlaceNote({ id, refused, isSignInName }: InPlaceNoteProps) {
  if (refused)
    return (
      <div role="alert">
        <FieldError id={id}>
          {refused.existing ? (
            <TakenEmail message={refused.message} existing={refused.existing} />
          ) : (
            refused.message
          )}
          {refused.signIn && (
            <>
              {" "}
              <a
                href="/sign-in"
                target="_blank"
                rel="noopener"
                className="font-medium underline underline-offset-2"
              >
                Sign in again
              </a>{" "}
              (opens a new tab; what you typed stays here)
            </>
          )}
        </FieldError>
      </div>
    );
  return (
    <p id={id} className="mt-1 text-meta text-muted">
      {isSignInName && "The customer signs in with this address. "}
      Enter saves, Escape restores.
    </p>
  );
}
