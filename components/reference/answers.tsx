import { Badge } from "@/components/ui/badge";
import type { Media, ResponseObject } from "@/lib/openapi/schema";
import { CodeBlock } from "./code-block";
import { FieldTable } from "./field-table";
import type { ReferenceRoute } from "./parts-of";
import { fieldsOf } from "./schema-words";

/** What a route answers: an example of each success with its fields, and how it refuses. */
export function Answers({ route: { method, path, answers, refusals } }: { route: ReferenceRoute }) {
  return (
    <div>
      <h5 className="mb-1 font-medium">Answers</h5>
      <div className="space-y-3">
        {answers.map(([status, answer]) => (
          <Success key={status} status={status} answer={answer} of={`${method} ${path}`} />
        ))}
      </div>
      <dl className="mt-3">
        {refusals.map(([status, { description }]) => (
          <div key={status} className="grid grid-cols-[3.5rem_1fr] border-t border-line py-1.5">
            <dt>
              <Badge tone="warn">{status}</Badge>
            </dt>
            <dd className="text-meta text-muted">{description}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type SuccessProps = { status: string; answer: ResponseObject; of: string };

function Success({ status, answer, of }: SuccessProps) {
  const [[type, media] = []] = Object.entries(answer.content ?? {});
  const fields = media ? fieldsOf(media.schema) : [];
  return (
    <div className="space-y-2">
      <p className="flex gap-2 text-meta text-muted">
        <Badge tone="success">{status}</Badge>
        {type && type !== "application/json" ? `${answer.description} ${type}` : answer.description}
      </p>
      {media && <CodeBlock label={`answer ${status}`} code={exampleText(media)} />}
      {fields.length > 0 && (
        <details>
          <summary className="rounded text-meta text-muted">Fields</summary>
          <FieldTable label={`Fields of the answer ${status} of ${of}`} fields={fields} />
        </details>
      )}
    </div>
  );
}

function exampleText({ example }: Media): string {
  return typeof example === "string" ? example : JSON.stringify(example, null, 2);
}
