import { z } from "zod";
import { emailField } from "../email";
import { optionalText, requiredText, textFault } from "../text";

const ROLES = ["owner", "admin", "viewer"] as const;
export const PASSWORD_LENGTH = { min: 15, max: 128 };

const presentPassword = z
  .string({ error: "Enter your password." })
  .min(1, "Enter your password.")
  .max(1000, "This is longer than any password here.");

/**
 * A password being chosen, kept character for character. Fifteen characters because there is no second factor
 * (NIST SP 800-63B-4), no rule on kinds of characters; whether it is easily guessed is judged on the server.
 */
const newPassword = z
  .string({ error: "Choose a password." })
  .min(1, "Choose a password.")
  .superRefine((password, context) => {
    const refuse = (message: string) => context.addIssue({ code: "custom", message });
    const fault = textFault(password);
    const length = [...password].length;
    if (fault) refuse(fault);
    else if (length < PASSWORD_LENGTH.min)
      refuse(`Use at least ${PASSWORD_LENGTH.min} characters; a few unrelated words are good.`);
    else if (length > PASSWORD_LENGTH.max) refuse(`Use at most ${PASSWORD_LENGTH.max} characters.`);
  });

/** Someone who may sign in. */
export const newAdminInput = z.strictObject({
  email: emailField,
  firstName: requiredText(100, "Enter a name."),
  lastName: optionalText(100),
  role: z.enum(ROLES, "Choose a role."),
  password: newPassword,
});

/** The first owner, made with the one-time token. */
export const setUpInput = newAdminInput
  .omit({ role: true })
  .extend({ token: z.string().min(1).max(200) });

export const memberInput = z.strictObject({ id: z.string().max(100) });
export const changeRoleInput = memberInput.extend({ role: z.enum(ROLES, "Choose a role.") });
export const changePasswordInput = z.strictObject({
  current: presentPassword,
  password: newPassword,
});

/** The new password that the link of a mail may set. */
export const resetInput = z.strictObject({ password: newPassword });

/** An API token: what it is for, and whether it may write. */
export const newApiKeyInput = z.strictObject({
  title: requiredText(100, "Say what the token is for."),
  access: z.enum(["read", "write"], "Choose what the token may do."),
});

export const renameApiKeyInput = newApiKeyInput
  .pick({ title: true })
  .extend({ id: z.string().max(100) });

export const apiKeyInput = z.strictObject({ id: z.string().max(100) });

export type TeamMember = {
  id: string;
  email: string;
  firstName: string | null;
  lastName: string | null;
  role: (typeof ROLES)[number];
  deactivatedAt: string | null;
  createdAt: string;
  lastSignInAt: string | null;
  apiKeys: number;
};

export type ApiKey = {
  id: string;
  title: string;
  access: "read" | "write";
  redacted: string;
  createdBy: string;
  createdByName: string;
  /** A token works only while its maker is active, and writes only while its maker may. */
  makerActive: boolean;
  makerRole: (typeof ROLES)[number];
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
  revokedBy: string | null;
  updatedAt: string;
};
