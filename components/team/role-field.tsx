import { type ReactNode, useId } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { FieldError } from "@/components/form/field";
import { roles } from "./roles";

type RoleFieldProps = { field: UseFormRegisterReturn; error?: ReactNode };

/** One of the three roles, each with what it may do. */
export function RoleField({ field, error }: RoleFieldProps) {
  const errorId = useId();
  return (
    <fieldset aria-describedby={error ? errorId : undefined}>
      <legend className="mb-1 font-medium">Role</legend>
      <div className="divide-y divide-line rounded-md border border-line-strong">
        {roles.map(({ value, label, may }) => (
          <label key={value} className="flex cursor-pointer gap-2.5 px-3 py-2 hover:bg-hover">
            <input
              {...field}
              type="radio"
              value={value}
              className="mt-0.5 size-4 shrink-0 cursor-[inherit]"
            />
            <span className="min-w-0">
              <span className="block font-medium">{label}</span>
              <span className="block text-meta text-muted">{may}</span>
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </fieldset>
  );
}
