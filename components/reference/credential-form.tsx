"use client";

import { Field } from "@/components/form/field";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { useCredential } from "./credential-store";

/** With which credential the routes below are tried. */
export function CredentialForm() {
  const [credential, setCredential] = useCredential();
  return (
    <Card className="mt-5 max-w-3xl" title="Try the routes">
      <Field
        label="Token for trying"
        optional
        hint="An API token (sk_…) or a bearer token. It stays in this page's memory and is gone when you leave. Left empty, requests go with the session of this browser, as the desk's do."
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={credential}
            onChange={(event) => setCredential(event.target.value)}
          />
        )}
      </Field>
    </Card>
  );
}
