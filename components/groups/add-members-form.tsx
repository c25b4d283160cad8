"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Isolated } from "@/components/ui/isolated";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Candidate, Group } from "@/lib/groups/schema";
import { CandidateList } from "./candidate-list";
import { ChosenCandidates } from "./chosen-candidates";
import type { ChangeMembers, FindCandidates } from "./group-actions";
import { useCandidates } from "./use-candidates";

type AddMembersFormProps = {
  group: Group;
  find: FindCandidates;
  change: ChangeMembers;
  close: () => void;
};

/** Choices stay while one searches for the next. */
export function AddMembersForm({ group, find, change, close }: AddMembersFormProps) {
  const toast = useToast();
  const search = useCandidates(group.id, find);
  const [chosen, setChosen] = useState<Candidate[]>([]);
  const [refusal, setRefusal] = useState<string>();
  const [pending, startTransition] = useTransition();

  function choose(candidate: Candidate, on: boolean) {
    const others = chosen.filter(({ id }) => id !== candidate.id);
    setChosen(on ? [...others, candidate] : others);
  }

  function add() {
    setRefusal(undefined);
    startTransition(async () => {
      const input = { id: group.id, add: chosen.map(({ id }) => id) };
      const result = await change(input).catch(() => null);
      if (!result?.ok)
        return setRefusal(result?.message ?? "Could not reach the server. Try again.");
      toast({
        tone: "success",
        message: (
          <>
            Added {customers(result.data.added)} to <Isolated>{group.name}</Isolated>
          </>
        ),
      });
      close();
    });
  }

  return (
    <div className="space-y-3">
      <Input
        type="search"
        aria-label="Search customers"
        placeholder="Name, e-mail, phone, company"
        autoComplete="off"
        spellCheck={false}
        value={search.typed}
        onChange={(event) => search.setTyped(event.target.value)}
      />
      <CandidateList
        search={search}
        isChosen={(id) => chosen.some((one) => one.id === id)}
        choose={choose}
      />
      <ChosenCandidates chosen={chosen} drop={(candidate) => choose(candidate, false)} />
      {refusal && (
        <Notice tone="danger" role="alert">
          {refusal}
        </Notice>
      )}
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <DialogClose render={<Button>Cancel</Button>} />
        <Button variant="primary" busy={pending} disabled={chosen.length === 0} onClick={add}>
          {chosen.length === 0 ? "Add" : `Add ${customers(chosen.length)}`}
        </Button>
      </div>
    </div>
  );
}

function customers(count: number): string {
  return count === 1 ? "1 customer" : `${count.toLocaleString("en-US")} customers`;
}
