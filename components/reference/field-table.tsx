import type { SchemaField } from "./schema-words";

type FieldTableProps = { label: string; fields: readonly SchemaField[] };

/** Names, what they take, and what they are for. */
export function FieldTable({ label, fields }: FieldTableProps) {
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse text-left">
      <thead className="sr-only">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">What it takes</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, words, required, about }) => (
          <tr key={name} className="border-t border-line align-top">
            <th scope="row" className="w-2/5 py-1.5 pr-3 font-normal wrap-anywhere">
              <code className="font-mono text-xs">{name}</code>
              {required && <span className="ml-1.5 text-xs text-danger">required</span>}
            </th>
            <td className="py-1.5 text-meta wrap-anywhere">
              <span className="text-muted">{words}</span>
              {about && <span className="block">{about}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
