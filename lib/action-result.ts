/**
 * What every server action answers. `fields` maps a form field's name to its message;
 * `conflict` is sent when somebody else changed the same field since the form was opened.
 */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: string;
      message: string;
      fields?: Record<string, string>;
      conflict?: FieldConflict[];
      existing?: ExistingRecord;
    };

/** One field that both people changed: what it was when the edit began, theirs (saved), mine (refused). */
export type FieldConflict = { field: string; was: unknown; theirs: unknown; mine: unknown };

/** The record that has what this one asked for, such as the e-mail; `label` is what to call it. */
export type ExistingRecord = { id: string; label: string };
