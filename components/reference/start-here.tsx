import Link from "next/link";
import { CodeBlock } from "./code-block";

/** From nothing to the first list. */
export function StartHere({ origin }: { origin: string }) {
  return (
    <div className="mt-2 max-w-3xl space-y-3">
      <p className="text-pretty">
        Both client generations of Medusa are answered here, unchanged, at one address. Make a token
        under{" "}
        <Link className="text-accent underline" href="/settings/tokens">
          Settings, API tokens
        </Link>
        , then ask for the first customers:
      </p>
      <CodeBlock
        label="first list"
        code={`curl -H "x-medusa-access-token: $TOKEN" "${origin}/admin/customers?limit=5"`}
      />
      <p className="text-pretty text-muted">
        On a path without <code>/v1</code> or <code>/v2</code> the credential decides which
        generation answers. Queries are written as <code>name[]=a</code> for lists and{" "}
        <code>created_at[gt]=2026-11-24</code> for operators. A request may name itself in{" "}
        <code>X-Request-Id</code>; its answer carries the name again.
      </p>
    </div>
  );
}
