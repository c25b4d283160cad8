import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

type SubmitRowProps = {
  label: string;
  pending: boolean;
  cancel?: { href: string; label?: string };
  /** Saves and opens another; Ctrl/⌘+Enter does the same. */
  onAnother?: () => void;
  anotherLabel?: string;
  /** At the far end: a save state, a danger action. */
  children?: ReactNode;
};

export function SubmitRow(props: SubmitRowProps) {
  const { label, pending, cancel, onAnother, anotherLabel = "Save and add another" } = props;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="submit" variant="primary" busy={pending}>
        {label}
      </Button>
      {onAnother && (
        <Button onClick={onAnother} disabled={pending} title="Ctrl+Enter">
          {anotherLabel}
        </Button>
      )}
      {cancel && (
        <ButtonLink variant="quiet" href={cancel.href}>
          {cancel.label ?? "Cancel"}
        </ButtonLink>
      )}
      {props.children && <div className="ml-auto">{props.children}</div>}
    </div>
  );
}
