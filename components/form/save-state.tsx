import { Check, CircleDashed } from "lucide-react";
import { Spinner } from "@/components/ui/spinner";

export type SaveStateName = "saved" | "saving" | "unsaved";

const states = {
  saved: { text: "Saved", icon: <Check aria-hidden className="size-3.5 text-success" /> },
  saving: { text: "Saving…", icon: <Spinner className="size-3.5" /> },
  unsaved: { text: "Not saved", icon: <CircleDashed aria-hidden className="size-3.5 text-warn" /> },
};

/** Whether what is on the screen is also on the server, said politely. */
export function SaveState({ state }: { state: SaveStateName }) {
  const { text, icon } = states[state];
  return (
    <span
      role="status"
      className="inline-flex min-w-20 items-center justify-end gap-1.5 text-meta whitespace-nowrap text-muted"
    >
      {icon}
      {text}
    </span>
  );
}
