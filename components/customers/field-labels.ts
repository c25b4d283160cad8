import type { EditableField } from "@/lib/customers/schema";

export const fieldLabels: Record<EditableField, string> = {
  email: "E-mail",
  firstName: "First name",
  lastName: "Last name",
  companyName: "Company",
  phone: "Phone",
};
