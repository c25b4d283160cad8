/** The keys of a bare customer in the first generation, sorted. */
export const V1_CUSTOMER_KEYS = [
  "billing_address_id",
  "created_at",
  "deleted_at",
  "email",
  "first_name",
  "has_account",
  "id",
  "last_name",
  "metadata",
  "phone",
  "updated_at",
];
