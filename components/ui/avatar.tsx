import { classNames } from "./class-names";

const sizes = { sm: "size-6 text-[0.625rem]", md: "size-8 text-xs" };

type AvatarProps = { label: string; size?: keyof typeof sizes; className?: string };

/** The initials of a name or an e-mail address: a sign beside the name, silent for a screen reader. */
export function Avatar({ label, size = "md", className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent select-none",
        sizes[size],
        className,
      )}
    >
      {initials(label)}
    </span>
  );
}

function initials(label: string): string {
  const words = (label.split("@")[0] ?? "").split(/[\s._-]+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => firstLetter(word ?? "")).join("") || "?";
}

function firstLetter(word: string): string {
  const letters = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(word);
  return [...letters][0]?.segment.toUpperCase() ?? "";
}
