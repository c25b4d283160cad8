import { Card } from "@/components/ui/card";
import type { Customer } from "@/lib/customers/schema";
import { PasswordDialog } from "./password-dialog";
import type { SetPassword } from "./record-actions";

type AccountCardProps = {
  customer: Customer;
  /** An account with the same e-mail is there already, so that this guest cannot become one. */
  hasAccountTwin: boolean;
  setPassword?: SetPassword;
};

export function AccountCard({ customer, hasAccountTwin, setPassword }: AccountCardProps) {
  const obstacle = customer.hasAccount ? null : whyNot(customer, hasAccountTwin);
  return (
    <Card title="Account">
      <p className="text-pretty">
        {customer.hasAccount
          ? "Has an account: signs in with the e-mail and a password."
          : "A guest: has no password and cannot sign in."}
      </p>
      {setPassword && obstacle && <p className="mt-2 text-pretty text-muted">{obstacle}</p>}
      {setPassword && !obstacle && (
        <div className="mt-3">
          <PasswordDialog customer={customer} setPassword={setPassword} />
        </div>
      )}
    </Card>
  );
}

function whyNot(customer: Customer, hasAccountTwin: boolean): string | null {
  if (!customer.email) return "To become an account, it needs an e-mail address first.";
  if (hasAccountTwin)
    return "Another customer has an account with this e-mail, so this one stays a guest.";
  return null;
}
