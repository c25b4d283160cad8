import Link from "next/link";
import { Isolated } from "@/components/ui/isolated";
import type { ExistingRecord } from "@/lib/action-result";

/** The refusal of an e-mail, with a way to who has it. */
export function TakenEmail({ message, existing }: { message: string; existing: ExistingRecord }) {
  return (
    <>
      {message}{" "}
      <Link href={`/customers/${existing.id}`} className="font-medium underline underline-offset-2">
        Open <Isolated>{existing.label}</Isolated>
      </Link>
    </>
  );
}
