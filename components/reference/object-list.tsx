import type { JsonSchema } from "@/lib/openapi/schema";
import { FieldTable } from "./field-table";
import { componentName, fieldsOf } from "./schema-words";

type ObjectListProps = { names: readonly string[]; schemas: Record<string, JsonSchema> };

/** The objects that several answers share, each told once. */
export function ObjectList({ names, schemas }: ObjectListProps) {
  return (
    <div className="mt-8">
      <p className="text-base font-semibold">Objects</p>
      {names.map((name) => (
        <details
          key={name}
          id={name}
          className="mt-2 rounded-lg border border-line bg-raised px-4 py-2"
        >
          <summary className="rounded font-mono text-xs">{componentName(name)}</summary>
          <FieldTable label={`Fields of ${name}`} fields={fieldsOf(schemas[name] ?? {})} />
        </details>
      ))}
    </div>
  );
}
