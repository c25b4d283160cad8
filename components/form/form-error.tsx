import { Notice } from "@/components/ui/notice";

export type FormErrorState = {
  message: string;
  /** The session has ended: offer a new one in another tab, so that the text here stays. */
  signIn?: boolean;
};

/** What is wrong with the form as a whole. Nothing is shown, and no place kept, when nothing is. */
export function FormError({ error }: { error: FormErrorState | null }) {
  if (!error) return null;
  return (
    <Notice tone="danger" role="alert">
      {error.message}
      {error.signIn && (
        <>
          {" "}
          <a
            href="/sign-in"
            target="_blank"
            rel="noopener"
            className="font-medium text-accent underline underline-offset-2"
          >
            Sign in again
          </a>{" "}
          <span className="text-muted">(opens a new tab; what you typed stays here)</span>
        </>
      )}
    </Notice>
  );
}
