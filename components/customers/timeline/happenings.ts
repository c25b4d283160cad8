import type { ChangedRow, TimelineEntry } from "@/lib/changes/schema";

/** One thing that happened to a customer, in parts, so that what people typed can be set apart from our words. */
export type Happening =
  | { kind: "created"; isAccount: boolean; values: NamedValue[] }
  | ({ kind: "changed" } & Named & { from: string | null; to: string | null })
  | { kind: "group"; joined: boolean; name: string }
  | { kind: "plain"; words: string };

/** A field in our words; `piece` is what people called a piece of its metadata. */
export type Named = { field: string; piece?: string };
export type NamedValue = Named & { value: string };

/** An entry of the timeline as what happened, in the order it was written. */
export function happeningsOf({ rows }: TimelineEntry): Happening[] {
  return rows.flatMap(describeRow);
}

function describeRow(row: ChangedRow): Happening[] {
  if (row.table === "customer_group_member")
    return [{ kind: "group", joined: row.op === "insert", name: row.groupName ?? "a group" }];
  if (row.table === "customer") return (row.op === "insert" ? created : changed)(row);
  if (row.table === "customer_address") return plain(`${verbs[row.op]} an address`);
  return plain(`${verbs[row.op]} ${row.table.replaceAll("_", " ")}`);
}

const verbs = { insert: "added", update: "changed", delete: "removed" };

/** The fields people know, by column. */
const names: Record<string, string> = {
  email: "e-mail",
  first_name: "first name",
  last_name: "last name",
  company_name: "company",
  phone: "phone",
};

function created({ after }: ChangedRow): Happening[] {
  const values = Object.entries(names)
    .map(([column, field]) => ({ field, value: asText(after?.[column]) }))
    .filter((named): named is NamedValue => named.value !== null);
  const metadata = metadataChanges(null, after?.metadata).map(({ field, piece, to }) => ({
    field,
    piece,
    value: to ?? "",
  }));
  return [
    { kind: "created", isAccount: after?.has_account === true, values: [...values, ...metadata] },
  ];
}

function changed({ op, before, after }: ChangedRow): Happening[] {
  if (op === "delete") return plain("deleted this customer for good");
  return Object.keys(after ?? {}).flatMap((column) => {
    const [from, to] = [before?.[column], after?.[column]];
    const special = specials[column]?.(from, to);
    if (special) return special;
    return [
      {
        kind: "changed" as const,
        field: names[column] ?? column.replaceAll("_", " "),
        from: asText(from),
        to: asText(to),
      },
    ];
  });
}

/** Columns whose values say nothing by themselves. */
const specials: Record<string, (from: unknown, to: unknown) => Happening[]> = {
  password_hash: (_from, to) => plain(to === null ? "removed the password" : "set a new password"),
  has_account: (_from, to) =>
    plain(to === true ? "made this guest an account" : "made this account a guest"),
  deleted_at: (_from, to) =>
    plain(to === null ? "restored this customer" : "moved this customer to the trash"),
  metadata: metadataChanges,
};

type Changed = Extract<Happening, { kind: "changed" }>;

function metadataChanges(from: unknown, to: unknown): Changed[] {
  const [before, after] = [asRecord(from), asRecord(to)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => {
      const values = [before[key], after[key]] as const;
      // the text "7" and the number 7 are told apart
      const write = asText(values[0]) === asText(values[1]) ? JSON.stringify : asText;
      const [from, to] = values.map((value) => (value === undefined ? null : write(value)));
      return { kind: "changed", field: "metadata", piece: key, from: from ?? null, to: to ?? null };
    });
}

function plain(words: string): Happening[] {
  return [{ kind: "plain", words }];
}

function asRecord(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : {};
}

/** Text as it is, nothing as null, all else as JSON. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
