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

/** A page of a timeline; `older` and `newer` are cursors for the pages beside it, null where there is none. */
export type TimelinePage = {
  entries: TimelineEntry[];
  /** All entries, and how many of them are newer than this page. */
  count: number;
  skipped: number;
  older: string | null;
  newer: string | null;
};

/** Who did something, and through which door. */
export type Doer = Pick<TimelineEntry, "at" | "actorKind" | "actorName" | "door">;
