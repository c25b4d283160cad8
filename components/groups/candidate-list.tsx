"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import { Isolated } from "@/components/ui/isolated";
import type { Candidate } from "@/lib/groups/schema";
import type { useCandidates } from "./use-candidates";

type CandidateListProps = {
  search: ReturnType<typeof useCandidates>;
  isChosen: (id: string) => boolean;
  choose: (candidate: Candidate, on: boolean) => void;
};

/** Members stay in the tab order, so that a page full of them can still be scrolled by keyboard. */
export function CandidateList({ search, isChosen, choose }: CandidateListProps) {
  const { found, state, isCurrent, hasMore } = search;
  const failed = state === "failed";
  const goesOn = isCurrent && found.candidates.length > 0;
  return (
    <div className="h-72 overflow-y-auto rounded-md border border-line">
      <p role="status" className="sr-only">
        {isCurrent && state === "done" && `${found.count.toLocaleString("en-US")} found`}
      </p>
      {failed && !goesOn && <Failed retry={search.retry} />}
      {isCurrent && state === "done" && found.count === 0 && (
        <p className="p-4 text-center text-muted">No customer found.</p>
      )}
      <ul className={classNames(!isCurrent && "opacity-50")}>
        {found.candidates.map((candidate) => (
          <li key={candidate.id} className="border-b border-line last:border-0">
            <Checkbox
              className="w-full px-3 py-1.5 hover:bg-hover"
              label={<Isolated className="wrap-anywhere">{candidate.label}</Isolated>}
              hint={<Facts candidate={candidate} />}
              checked={candidate.isMember || isChosen(candidate.id)}
              aria-disabled={candidate.isMember || undefined}
              onChange={(event) => candidate.isMember || choose(candidate, event.target.checked)}
            />
          </li>
        ))}
      </ul>
      {failed && goesOn && <Failed retry={search.retry} />}
      {hasMore && !failed && <More loading={state === "searching"} load={search.more} />}
    </div>
  );
}

function Facts({ candidate }: { candidate: Candidate }) {
  const { label, isMember, ...rest } = candidate;
  const facts = [rest.companyName, rest.email, rest.phone].filter((fact) => fact && fact !== label);
  return (
    <>
      {isMember && <span className="text-success">Already in. </span>}
      {facts.map((fact, index) => (
        <span key={fact} className="wrap-anywhere">
          {index > 0 && " · "}
          <Isolated>{fact}</Isolated>
        </span>
      ))}
    </>
  );
}

function Failed({ retry }: { retry: () => void }) {
  return (
    <div role="alert" className="p-4 text-center">
      <p className="mb-2 text-muted">Could not ask for customers.</p>
      <Button size="sm" onClick={retry}>
        Try again
      </Button>
    </div>
  );
}

/** Comes into view, loads the next page; a button for those who do not scroll. */
function More({ loading, load }: { loading: boolean; load: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (loading || !end.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && load());
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [loading, load]);
  return (
    <div ref={end} className="p-2 text-center">
      <Button size="sm" variant="quiet" busy={loading} onClick={load}>
        Show more
      </Button>
    </div>
  );
}
