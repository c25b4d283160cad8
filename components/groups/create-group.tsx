"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Isolated } from "@/components/ui/isolated";
import { useToast } from "@/components/ui/toast";
import type { CreateGroup } from "./group-actions";
import { GroupNameDialog } from "./group-name-dialog";

export function CreateGroupButton({ create }: { create: CreateGroup }) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        New group
      </Button>
      <GroupNameDialog
        title="New group"
        open={open}
        onOpenChange={setOpen}
        name=""
        saveLabel="Create group"
        save={({ name }, requestKey) => create({ name: name ?? "" }, requestKey)}
        onSaved={(group) => {
          setOpen(false);
          toast({
            tone: "success",
            message: (
              <>
                Created{" "}
                <Link
                  href={`/groups/${group.id}`}
                  className="text-accent underline underline-offset-2"
                >
                  <Isolated>{group.name}</Isolated>
                </Link>
              </>
            ),
          });
        }}
      />
    </>
  );
}
