import { CopyButton } from "@/components/ui/copy-button";

type CodeBlockProps = { label: string; code: string };

/** Code to read and to copy. Long lines wrap, so nothing hides to the right. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    <figure className="min-w-0 rounded-md border border-line bg-sunken">
      <figcaption className="flex items-center justify-between gap-2 border-b border-line py-0.5 pr-1 pl-3 text-meta text-muted">
        {label}
        <span>
          <CopyButton text={code} label={`Copy ${label}`} />
        </span>
      </figcaption>
      <pre dir="ltr" className="px-3 py-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
