/** A mail with one link in it, which is what it is about. */
export type Mail = {
  to: string;
  subject: string;
  body: string;
  link: string;
  /** From then on the link opens nothing. */
  expiresAt: Date;
  /** Whom it is about: a customer, or an admin. */
  customerId?: string;
  adminId?: string;
};

/** A mail that was not sent, as the settings show it. Dates are ISO 8601 in UTC with milliseconds. */
export type OutboxMail = {
  id: string;
  to: string;
  subject: string;
  /** Null for those who may not use it, and once it opens nothing any more. */
  link: string | null;
  expired: boolean;
  /** Why the mail server did not take it; null when there is none. */
  failure: string | null;
  createdAt: string;
};
