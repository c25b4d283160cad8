import Link from "next/link";
import { CustomerName } from "@/components/customers/customer-name";
import { Notice } from "@/components/ui/notice";
import type { Customer } from "@/lib/customers/schema";

/** The guest and the account that share an e-mail, told on both records. */
export function TwinNotice({ twin, href }: { twin: Customer; href: string }) {
  return (
    <Notice>
      {twin.hasAccount ? "There is also an account" : "There is also a guest"} with this e-mail:{" "}
      <Link href={href} className="font-medium text-accent underline underline-offset-2">
        <CustomerName customer={twin} />
      </Link>
    </Notice>
  );
}
