"use client";

import { useTransition } from "react";
import { CustomerName } from "@/components/customers/customer-name";
import { Isolated } from "@/components/ui/isolated";
import { useToast } from "@/components/ui/toast";
import type { Customer } from "@/lib/customers/schema";
import type { Group } from "@/lib/groups/schema";
import type { ChangeMembers } from "./group-actions";
import { MembersTable } from "./members-table";

type MembersProps = { group: Group; members: Customer[]; change?: ChangeMembers };

/** The members on this page of the list, and taking them out, which can be taken back. */
export function Members({ group, members, change }: MembersProps) {
  const toast = useToast();
  const [, startTransition] = useTransition();

  function send(input: { add?: string[]; remove?: string[] }, then: () => void) {
    startTransition(async () => {
      const result = await change?.({ id: group.id, ...input }).catch(() => null);
      if (result?.ok) then();
      else toast({ tone: "danger", message: result?.message ?? "Could not reach the server." });
    });
  }

  function remove(some: Customer[]) {
    const ids = some.map((member) => member.id);
    send({ remove: ids }, () =>
      toast({
        message: (
          <>
            Removed <Who some={some} /> from <Isolated>{group.name}</Isolated>
          </>
        ),
        action: {
          label: "Put back",
          run: () => send({ add: ids }, () => toast({ tone: "success", message: "Put back" })),
        },
      }),
    );
  }

  return <MembersTable members={members} remove={change && remove} />;
}

function Who({ some }: { some: Customer[] }) {
  const [first] = some;
  if (some.length !== 1 || !first) return `${some.length} customers`;
  return <CustomerName customer={first} />;
}
