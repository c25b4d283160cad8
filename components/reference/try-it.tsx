"use client";

import { type SubmitEvent, useState } from "react";
import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { useCredential } from "./credential-store";
import { TryOutcome } from "./try-outcome";
import { inputNames, type Outcome, sendRequest, type TryParameter } from "./try-request";

type TryItProps = {
  id: string;
  method: string;
  path: string;
  parameters: readonly TryParameter[];
  /** The body to start from, or null where a route takes none. */
  body: string | null;
};

/** A form that sends the real request. It is there once somebody asks for it. */
export function TryIt(props: TryItProps) {
  const [open, setOpen] = useState(false);
  const panel = `${props.id}-try`;
  return (
    <div>
      <Button
        size="sm"
        aria-expanded={open}
        aria-controls={panel}
        aria-label={`Try it: ${props.method} ${props.path}`}
        onClick={() => setOpen(!open)}
      >
        Try it
      </Button>
      <div id={panel}>{open && <TryForm {...props} />}</div>
    </div>
  );
}

function TryForm({ method, path, parameters, body }: TryItProps) {
  const [credential] = useCredential();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | "unreachable">();
  const writes = method !== "GET";

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    setBusy(true);
    try {
      setOutcome(await sendRequest({ method, path, parameters, values, credential }));
    } catch {
      setOutcome("unreachable");
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={send} className="mt-3 space-y-3">
      {parameters.flatMap((parameter) =>
        inputNames(parameter).map((name) => (
          <Field key={name} label={<code>{name}</code>} required={parameter.required}>
            {(control) => (
              <Input {...control} name={name} defaultValue={parameter.example} autoComplete="off" />
            )}
          </Field>
        )),
      )}
      {body !== null && (
        <Field label="Body">
          {(control) => (
            <Textarea
              {...control}
              name="body"
              dir="ltr"
              spellCheck={false}
              defaultValue={body}
              className="font-mono"
            />
          )}
        </Field>
      )}
      {writes && (
        <p className="text-meta text-muted">
          This is no rehearsal: what it changes here is changed.
        </p>
      )}
      <Button
        type="submit"
        busy={busy}
        variant={method === "DELETE" ? "danger" : "primary"}
      >{`Send ${method}`}</Button>
      <div role="status">
        {outcome === "unreachable" && (
          <Notice tone="danger" title="No answer came">
            The server could not be reached, or a value cannot be sent.
          </Notice>
        )}
        {typeof outcome === "object" && <TryOutcome outcome={outcome} />}
      </div>
    </form>
  );
}
