import { Isolated } from "@/components/ui/isolated";
import { customerLabel } from "@/lib/customers/label";

type CustomerNameProps = {
  customer: Parameters<typeof customerLabel>[0];
  className?: string;
  /** Says the whole name under the mouse too, where there may be no room for it. */
  titled?: boolean;
};

/**
 * What to call a customer. The line runs as the name begins, and each part of the name ends where it ends: a stray
 * right-to-left override in the first does not turn the last around. (A bdi would not count for where it begins.)
 */
export function CustomerName({ customer, className, titled }: CustomerNameProps) {
  const { firstName, lastName } = customer;
  const label = customerLabel(customer);
  return (
    <Isolated className={className} title={titled ? label : undefined}>
      {firstName && lastName ? (
        <>
          <span className={part}>{firstName}</span> <span className={part}>{lastName}</span>
        </>
      ) : (
        label
      )}
    </Isolated>
  );
}

const part = "[unicode-bidi:plaintext]";
