import { z } from "zod";
import { emailField } from "../email";
import { optionalText, requiredText } from "../text";

export const ROLES = ["owner", "admin", "viewer"] as const;
const password = z
  .string({ error: "Enter a password." })
  .min(1, "Enter a password.")
  .max(1000, "Use at most 128 characters.");

/** Someone who may sign in. The strength of the password is judged on the server. */
export const newAdminInput = z.strictObject({
  email: emailField,
  firstName: requiredText(100, "Enter a name."),
  lastName: optionalText(100),
  role: z.enum(ROLES, "Choose a role."),
  password,
});

/** The first owner, made with the one-time token. */
export const setUpInput = newAdminInput
  .omit({ role: true })
  .extend({ token: z.string().min(1).max(200) });

export const changeRoleInput = z.strictObject({ id: z.string().max(100), role: z.enum(ROLES) });
export const changePasswordInput = z.strictObject({ current: password, password });

/** An API token: what it is for, and whether it may write. */
export const newApiKeyInput = z.strictObject({
  title: requiredText(100, "Say what the token is for."),
  access: z.enum(["read", "write"], "Choose what the token may do."),
});

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
