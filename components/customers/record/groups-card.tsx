"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useRef, useState, useTransition } from "react";
import { AddToGroup } from "@/components/groups/add-to-group";
import type { CreateGroup, FindGroups } from "@/components/groups/group-actions";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { Isolated } from "@/components/ui/isolated";
import { useToast } from "@/components/ui/toast";
import type { CustomerRow, GroupRef } from "@/lib/customers/schema";
import type { ChangeGroups } from "./record-actions";

type GroupsCardProps = {
  customer: CustomerRow;
  /** Missing for somebody who may only look. */
  edit?: { change: ChangeGroups; find: FindGroups; create: CreateGroup };
};

export function GroupsCard({ customer, edit }: GroupsCardProps) {
  return (
    <Card title="Groups">
      {edit ? (
        <EditableGroups customer={customer} {...edit} />
      ) : (
        <GroupList groups={customer.groups} />
      )}
    </Card>
  );
}

type EditableGroupsProps = { customer: CustomerRow } & NonNullable<GroupsCardProps["edit"]>;

function EditableGroups({ customer, change, find, create }: EditableGroupsProps) {
  const toast = useToast();
  const [leaving, setLeaving] = useState<string>();
  const [, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);

  function send(input: { add?: string[]; remove?: string[] }, then: () => void) {
    startTransition(async () => {
      const result = await change({ id: customer.id, ...input }).catch(() => null);
      setLeaving(undefined);
      if (result?.ok) then();
      else toast({ tone: "danger", message: result?.message ?? "Could not reach the server." });
    });
  }

  function add(group: GroupRef) {
    send({ add: [group.id] }, () =>
      toast({
        tone: "success",
        message: (
          <>
            Added to <Isolated>{group.name}</Isolated>
          </>
        ),
      }),
    );
  }

  function remove(group: GroupRef) {
    setLeaving(group.id);
    input.current?.focus();
    send({ remove: [group.id] }, () =>
      toast({
        message: (
          <>
            Removed from <Isolated>{group.name}</Isolated>
          </>
        ),
        action: { label: "Put back", run: () => add(group) },
      }),
    );
  }

  return (
    <>
      <GroupList groups={customer.groups.filter((group) => group.id !== leaving)} remove={remove} />
      <AddToGroup
        inputRef={input}
        memberOf={customer.groups}
        onChoose={add}
        {...{ find, create }}
      />
    </>
  );
}

type GroupListProps = { groups: GroupRef[]; remove?: (group: GroupRef) => void };

function GroupList({ groups, remove }: GroupListProps) {
  if (groups.length === 0) return <p className="mb-3 text-muted">In no group.</p>;
  return (
    <ul className="mb-3 flex flex-wrap gap-1.5">
      {groups.map((group) => (
        <li
          key={group.id}
          className="flex max-w-full min-w-0 items-center rounded-md bg-hover pl-2"
        >
          <Link
            href={`/groups/${group.id}`}
            prefetch={false}
            className="min-w-0 rounded py-1 pr-2 wrap-anywhere hover:underline"
          >
            <Isolated>{group.name}</Isolated>
          </Link>
          {remove && (
            <IconButton
              icon={X}
              size="sm"
              aria-label={`Remove from ${group.name}`}
              onClick={() => remove(group)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
