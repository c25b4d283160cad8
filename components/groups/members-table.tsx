"use client";

import { UserMinus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { CustomerName } from "@/components/customers/customer-name";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Isolated } from "@/components/ui/isolated";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { customerLabel } from "@/lib/customers/label";
import type { Customer } from "@/lib/customers/schema";

type MembersTableProps = {
  members: Customer[];
  /** Missing for somebody who may only look. */
  remove?: (members: Customer[]) => void;
};

/** The members of a group; ticked ones are taken out together. */
export function MembersTable({ members, remove }: MembersTableProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = members.filter((member) => ticked.has(member.id));
  const all = chosen.length === members.length;

  function tick(id: string, on: boolean) {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  }

  function takeOut(some: Customer[]) {
    setTicked(new Set());
    remove?.(some);
  }

  return (
    <>
      {remove && (
        <div className="flex min-h-10 flex-wrap items-center gap-3 pr-4 pb-1 pl-5 sm:pl-6">
          <Checkbox
            label={chosen.length > 0 ? `${chosen.length} chosen` : "Choose all on this page"}
            checked={all}
            indeterminate={chosen.length > 0 && !all}
            onChange={() => setTicked(new Set(all ? [] : members.map((member) => member.id)))}
          />
          {chosen.length > 0 && (
            <Button size="sm" onClick={() => takeOut(chosen)}>
              <UserMinus aria-hidden />
              Remove from the group
            </Button>
          )}
        </div>
      )}
      <Table label="Members">
        <thead>
          <tr>
            {remove && (
              <HeadCell className="w-10">
                <span className="sr-only">Choose</span>
              </HeadCell>
            )}
            <HeadCell>Name</HeadCell>
            <HeadCell className="max-sm:hidden">E-mail</HeadCell>
            <HeadCell className="max-lg:hidden">Phone</HeadCell>
            <HeadCell className="w-24 max-md:hidden">State</HeadCell>
            {remove && (
              <HeadCell className="w-12">
                <span className="sr-only">Actions</span>
              </HeadCell>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              ticked={ticked.has(member.id)}
              onTick={remove && ((on) => tick(member.id, on))}
              onRemove={remove && (() => takeOut([member]))}
            />
          ))}
        </tbody>
      </Table>
    </>
  );
}

type MemberRowProps = {
  member: Customer;
  ticked: boolean;
  onTick?: (on: boolean) => void;
  onRemove?: () => void;
};

function MemberRow({ member, ticked, onTick, onRemove }: MemberRowProps) {
  const label = customerLabel(member);
  return (
    <Row>
      {onTick && (
        <Cell className="py-1">
          <Checkbox
            aria-label={`Choose ${label}`}
            checked={ticked}
            onChange={(event) => onTick(event.target.checked)}
          />
        </Cell>
      )}
      <Cell>
        <Link
          href={`/customers/${member.id}`}
          prefetch={false}
          className="font-medium hover:underline"
        >
          <CustomerName customer={member} className="wrap-anywhere" />
        </Link>
        <span className="block text-meta wrap-anywhere text-muted sm:hidden">
          <Isolated>{member.email}</Isolated>
        </span>
      </Cell>
      <Cell className="wrap-anywhere max-sm:hidden">
        <Isolated>{member.email}</Isolated>
      </Cell>
      <Cell className="wrap-anywhere max-lg:hidden">
        <Isolated>{member.phone}</Isolated>
      </Cell>
      <Cell className="max-md:hidden">
        <Badge tone={member.hasAccount ? "accent" : "neutral"}>
          {member.hasAccount ? "Account" : "Guest"}
        </Badge>
      </Cell>
      {onRemove && (
        <Cell className="py-1 text-right">
          <IconButton
            icon={UserMinus}
            size="sm"
            aria-label={`Remove ${label} from the group`}
            onClick={(event) => {
              focusBeside(event.currentTarget);
              onRemove();
            }}
          />
        </Cell>
      )}
    </Row>
  );
}

/** The button goes with its row: the focus moves on to the next row's, else to the one before. */
function focusBeside(button: HTMLElement) {
  const row = button.closest("tr");
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  beside?.querySelector("button")?.focus();
}
