"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { unstable_rethrow } from "next/navigation";
import {
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import {
  type DefaultValues,
  type FieldError,
  type FieldValues,
  get,
  type Path,
  type Resolver,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import type { ActionResult, FieldConflict } from "@/lib/action-result";
import { firstValue, noticeEarlyText } from "./early-text";
import type { FormErrorState } from "./form-error";
import { placeRefusal, type Refusal, unreachable } from "./refusal";
import { newRequestKey } from "./request-key";

export type FormSchema = z.ZodType<FieldValues, FieldValues>;

type Options<S extends FormSchema, T> = {
  schema: S;
  defaults: DefaultValues<z.input<S>>;
  /** The key stays the same for every try of one intent, so that a retry never makes two. */
  action: (input: z.output<S>, requestKey: string) => Promise<ActionResult<T>>;
  /** The form offers to save and begin another; Ctrl/⌘+Enter does that, and elsewhere submits as Enter does. */
  offersAnother?: boolean;
  /** `input` is what was saved: the form may hold something else by now, or be empty again for `another`. */
  onSuccess?: (data: T, how: { input: z.output<S>; another: boolean }) => void;
  /** Sees every refusal before it is shown; return true when it has been dealt with. */
  onRefused?: (refusal: Refusal) => boolean | undefined;
};

export function useActionForm<S extends FormSchema, T>(options: Options<S, T>) {
  const { schema, defaults, action, offersAnother = false, onSuccess, onRefused } = options;
  const form = useForm<z.input<S>, unknown, z.output<S>>({
    resolver: zodResolver(schema) as Resolver<z.input<S>, unknown, z.output<S>>,
    defaultValues: defaults,
    shouldFocusError: false,
  });
  const { errors, isDirty } = form.formState;
  const [formError, setFormError] = useState<FormErrorState | null>(null);
  const [conflict, setConflict] = useState<FieldConflict[] | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [pending, startTransition] = useTransition();
  const running = useRef(false);
  const intent = useRef({ key: "", input: "" });
  const element = useRef<HTMLFormElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when JavaScript has arrived
  useEffect(() => noticeEarlyText(form, defaults), []);

  useEffect(() => {
    if (refusals > 0) element.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [refusals]);

  function submit({ another = false } = {}) {
    // `pending` lasts until the page that follows is there
    if (running.current || pending) return;
    running.current = true;
    setFormError(null);
    setConflict(null);
    startTransition(async () => {
      try {
        let accepted = false;
        await form.handleSubmit(async (input) => {
          accepted = await send(input, another);
        })();
        if (!accepted) setRefusals((count) => count + 1);
      } finally {
        running.current = false;
      }
    });
  }

  async function send(input: z.output<S>, another: boolean): Promise<boolean> {
    const sent = form.getValues();
    const result = await action(input, keyFor(input)).catch((error: unknown) => {
      unstable_rethrow(error);
      return null;
    });
    if (result?.ok) {
      succeed(result.data, { sent, input, another });
      return true;
    }
    if (result) refuse(result);
    else setFormError(unreachable);
    return false;
  }

  /** The same values again are the same intent; after a correction it is another one. */
  function keyFor(values: z.output<S>): string {
    const text = JSON.stringify(values);
    if (text !== intent.current.input) intent.current = { key: newRequestKey(), input: text };
    return intent.current.key;
  }

  function succeed(data: T, how: { sent: z.input<S>; input: z.output<S>; another: boolean }) {
    const { sent, ...rest } = how;
    intent.current = { key: "", input: "" };
    if (how.another) startAnew();
    // what was typed while the answer was on its way stays
    else form.reset(sent, { keepValues: true });
    startTransition(() => onSuccess?.(data, rest));
  }

  function startAnew() {
    // the form's own reset event is heard by fields that keep something beside their value
    element.current?.reset();
    form.reset(defaults as z.input<S>);
    firstInput(element.current)?.focus();
  }

  function refuse(refusal: Refusal) {
    if (onRefused?.(refusal)) return;
    const placed = placeRefusal(refusal, (field) => (field.split(".")[0] ?? "") in defaults);
    for (const [field, message] of placed.fields)
      form.setError(field as Path<z.input<S>>, { type: "server", message });
    setFormError(placed.formError);
    setConflict(refusal.conflict ?? null);
  }

  return {
    form,
    /** For an uncontrolled input: `<Input {...control} {...register("email")} />` */
    register: (name: Path<z.input<S>>) => ({
      ...form.register(name),
      ...firstValue(get(defaults, name)),
    }),
    /** The message of one field, for `<Field error>`. */
    error: (name: Path<z.input<S>>) => (get(errors, name) as FieldError | undefined)?.message,
    formError,
    conflict,
    pending,
    dirty: isDirty,
    submit,
    /** Spread on the <form>. `method` keeps a password out of the address if JavaScript is late. */
    formProps: {
      ref: element,
      method: "post" as const,
      noValidate: true,
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        // React lets a form in a dialog bubble up to the form that rendered the dialog
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        submit();
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        if (!element.current?.contains(event.target as Node)) return;
        event.preventDefault();
        submit({ another: offersAnother });
      },
    },
  };
}

function firstInput(form: HTMLFormElement | null) {
  return form?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea");
}
