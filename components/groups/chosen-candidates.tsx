import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Isolated } from "@/components/ui/isolated";
import type { Candidate } from "@/lib/groups/schema";

type ChosenCandidatesProps = { chosen: Candidate[]; drop: (candidate: Candidate) => void };

/** Who has been chosen, also when the search shows others now. */
export function ChosenCandidates({ chosen, drop }: ChosenCandidatesProps) {
  if (chosen.length === 0) return null;
  return (
    <ul aria-label="Chosen" className="flex max-h-24 flex-wrap gap-1 overflow-y-auto">
      {chosen.map((candidate) => (
        <li
          key={candidate.id}
          className="flex max-w-full min-w-0 items-center rounded-md bg-hover pl-2"
        >
          <Isolated className="min-w-0 truncate">{candidate.label}</Isolated>
          <IconButton
            icon={X}
            size="sm"
            aria-label={`Do not add ${candidate.label}`}
            onClick={() => drop(candidate)}
          />
        </li>
      ))}
    </ul>
  );
}
