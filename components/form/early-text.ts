import type { FieldValues, Path, PathValue, UseFormReturn } from "react-hook-form";

type FirstValue = { defaultValue?: string | number; defaultChecked?: boolean };

/** For an uncontrolled input: the server writes its first value, so that nothing flickers later. */
export function firstValue(first: unknown): FirstValue {
  if (typeof first === "boolean") return { defaultChecked: first };
  if (typeof first === "string" || typeof first === "number") return { defaultValue: first };
  return {};
}

/**
 * What was typed, or filled in by the browser, before JavaScript was ready is in the form already,
 * but does not count as a change; now it does.
 */
export function noticeEarlyText<V extends FieldValues, O>(
  form: UseFormReturn<V, unknown, O>,
  defaults: object,
) {
  for (const [name, first] of Object.entries(defaults)) {
    const field = name as Path<V>;
    const value: unknown = form.getValues(field);
    if (typeof value === "string" && value !== first)
      form.setValue(field, value as PathValue<V, Path<V>>, { shouldDirty: true });
  }
}
