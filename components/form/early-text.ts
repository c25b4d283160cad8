import type { FieldValues, UseFormReturn } from "react-hook-form";

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
  const values = form.getValues();
  const typed = Object.entries(defaults).some(
    ([name, first]) => typeof first === "string" && values[name] !== first,
  );
  if (typed) form.reset(values, { keepDefaultValues: true });
}
