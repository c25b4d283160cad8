"use client";

import { SearchX, UsersRound } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Isolated } from "@/components/ui/isolated";
import { changeList, type ListState, listHref } from "@/lib/customers/list-url";
import { WITHOUT_FILTERS } from "./filter-chips";
import { useList } from "./list-navigation";

/** A shop without a single customer. */
export function EmptyShop({ readOnly }: { readOnly: boolean }) {
  return (
    <div className="rounded-lg border border-line">
      <EmptyState
        icon={UsersRound}
        title="No customers yet"
        action={
          !readOnly && (
            <ButtonLink variant="primary" href="/customers/new">
              Add your first customer
            </ButtonLink>
          )
        }
      >
        They appear here as soon as one is added, here or through the API.
        <p className="mt-3">
          Only looking around? Stop the server and start it with{" "}
          <code className="rounded bg-hover px-1 py-0.5 font-mono text-xs whitespace-nowrap text-ink">
            npm start -- --demo
          </code>{" "}
          to fill it with 2,000 made-up people.
        </p>
      </EmptyState>
    </div>
  );
}

/** Customers there are, but none like this. */
export function NoMatches() {
  const { state } = useList();
  const { q } = state;
  const filtered = isNarrowed(state);
  return (
    <div className="rounded-lg border border-line">
      <EmptyState
        icon={SearchX}
        title={
          q ? <>No customer matches “{<Isolated>{q}</Isolated>}”</> : "No customer is like this"
        }
        action={
          <>
            {q && filtered && (
              <ButtonLink href={listHref(changeList(state, { ...WITHOUT_FILTERS, q }))}>
                Search all customers
              </ButtonLink>
            )}
            <ButtonLink href={listHref(changeList(state, WITHOUT_FILTERS))}>
              {filtered ? "Clear all filters" : "Clear the search"}
            </ButtonLink>
          </>
        }
      >
        {q
          ? "Every word has to occur in the name, e-mail, phone or company. Try fewer or shorter words."
          : "No customer fits all of the filters at once."}
      </EmptyState>
    </div>
  );
}

function isNarrowed({ account, groups, from, to }: ListState): boolean {
  return Boolean(account || groups.length || from || to);
}
