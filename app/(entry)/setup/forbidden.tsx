import { EntryShell } from "@/components/shell/entry-shell";

export default function SetUpForbidden() {
  return (
    <EntryShell title="Set-up needs its one-time link">
      <div className="flex flex-col gap-3 text-pretty">
        <p>
          Clientele has no owner yet. To become it, open the one-time link that stands in the
          terminal where Clientele was started, below “Make the first account here”.
        </p>
        <p className="text-muted">
          Is the terminal gone? Stop Clientele and start it again with <code>npm start</code>: it
          prints the link anew.
        </p>
      </div>
    </EntryShell>
  );
}
