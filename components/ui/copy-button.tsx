"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { copyText } from "./copy-text";
import { IconButton } from "./icon-button";
import { VisuallyHidden } from "./visually-hidden";

type CopyButtonProps = {
  text: string;
  /** What is copied, for the button's name: "Copy e-mail". */
  label?: string;
  /** Shows the label beside the icon. */
  labelled?: boolean;
  className?: string;
};

export function CopyButton({ text, label = "Copy", labelled = false, className }: CopyButtonProps) {
  const [said, setSaid] = useState<"" | "Copied" | "Could not copy">("");

  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(""), 2000);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    setSaid((await copyText(text)) ? "Copied" : "Could not copy");
  }

  const icon = said === "Copied" ? Check : Copy;
  const Icon = icon;
  return (
    <>
      {labelled ? (
        <Button onClick={copy} className={className}>
          <Icon aria-hidden />
          {label}
        </Button>
      ) : (
        <IconButton icon={icon} size="sm" aria-label={label} onClick={copy} className={className} />
      )}
      <span role="status">
        <VisuallyHidden>{said}</VisuallyHidden>
      </span>
    </>
  );
}
