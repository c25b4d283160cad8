import type { ActionResult } from "@/lib/action-result";
import type {
  Customer,
  CustomerRow,
  EditableField,
  EditBase,
  GroupRef,
} from "@/lib/customers/schema";

/** Writes the fields of the patch, if nobody else changed them since they held the values of `base`. */
export type SaveCustomer = (input: {
  id: string;
  patch: Partial<Record<EditableField, string | null>>;
  base: EditBase;
}) => Promise<ActionResult<CustomerRow>>;

export type SetPassword = (input: {
  id: string;
  password: string;
}) => Promise<ActionResult<Customer>>;

export type ChangeGroups = (input: {
  id: string;
  add?: string[];
  remove?: string[];
}) => Promise<ActionResult<GroupRef[]>>;
