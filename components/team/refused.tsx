import { FormError } from "@/components/form/form-error";
import { placeRefusal } from "@/components/form/refusal";
import type { ActionResult } from "@/lib/action-result";

/** Why a confirmed action was refused, for `<ConfirmDialog onConfirm>`; nothing when it was done. */
export function refused(result: ActionResult<unknown>) {
  if (result.ok) return;
  return <FormError error={placeRefusal(result, () => false).formError} />;
}
