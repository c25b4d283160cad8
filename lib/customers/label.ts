type Named = {
  firstName?: string | null;
  lastName?: string | null;
  companyName?: string | null;
  email?: string | null;
  phone?: string | null;
};

/** The columns that customerLabel reads. */
export const labelSelect = {
  firstName: true,
  lastName: true,
  companyName: true,
  email: true,
  phone: true,
} as const;

/** Whether there is anything to call a customer by. */
export function hasLabel(customer: Named): boolean {
  return labelOf(customer) !== null;
}

/** What to call a customer: name, else company, else e-mail, else phone. Never empty. */
export function customerLabel(customer: Named): string {
  return labelOf(customer) ?? "Unnamed customer";
}

function labelOf(customer: Named): string | null {
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ").trim();
  return name || customer.companyName || customer.email || customer.phone || null;
}
