import { Mark } from "./mark";

export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold tracking-tight">
      <Mark />
      Clientele
    </span>
  );
}
