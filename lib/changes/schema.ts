/** One row that a change set wrote: the changed columns before and after, in the database's own names. */
export type ChangedRow = {
  table: "customer" | "customer_address" | "customer_group_member" | string;
  op: "insert" | "update" | "delete";
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  groupName: string | null;
};

/** One action, by whom, when, through which door. */
export type TimelineEntry = {
  setId: string;
  at: string;
  actorKind: "admin" | "api_key" | "customer" | "system";
  actorName: string;
  door: "desk" | "api" | "import" | "system";
  kind: string;
  label: string;
  rows: ChangedRow[];
};
