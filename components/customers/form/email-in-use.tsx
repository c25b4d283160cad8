import Link from "next/link";
import { Isolated } from "@/components/ui/isolated";
import { Notice } from "@/components/ui/notice";
import type { EmailMatch } from "@/lib/customers/schema";

type EmailInUseProps = { matches: EmailMatch[]; willBeAccount: boolean };

/** Says while one types that the e-mail is there already, and what saving would do. */
export function EmailInUse({ matches, willBeAccount }: EmailInUseProps) {
  const twin = matches.find((match) => match.hasAccount === willBeAccount);
  const other = matches.find((match) => match.hasAccount !== willBeAccount);
  return (
    <div role="status">
      {twin && (
        <Notice tone="warn" className="mt-2">
          <Person match={twin} /> already {willBeAccount ? "has an account" : "is a guest"} with
          this e-mail. Saving another one will be refused.
          {other && (
            <>
              {" "}
              <Person match={other} /> has it too, as {other.hasAccount ? "an account" : "a guest"}.
            </>
          )}
        </Notice>
      )}
      {other && !twin && (
        <Notice tone="info" className="mt-2">
          {willBeAccount ? "A guest" : "An account"} with this e-mail exists:{" "}
          <Person match={other} />.{" "}
          {willBeAccount
            ? "Saving with a password makes an account beside it."
            : "Saving without a password makes a guest beside it."}
        </Notice>
      )}
    </div>
  );
}

function Person({ match }: { match: EmailMatch }) {
  return (
    <Link
      href={`/customers/${match.id}`}
      className="font-medium text-accent underline underline-offset-2"
    >
      <Isolated>{match.label}</Isolated>
    </Link>
  );
}
