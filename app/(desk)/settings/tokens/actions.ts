"use server";

import { adminAction } from "@/lib/actions/admin-action";
import { createApiKey, revokeApiKey } from "@/lib/team/api-keys";
import { apiKeyInput, newApiKeyInput } from "@/lib/team/schema";

export const createTokenAction = adminAction({
  input: newApiKeyInput,
  run: (actor, input, key) => createApiKey(actor, input, key ? { key, input } : undefined),
});

export const revokeTokenAction = adminAction({
  input: apiKeyInput,
  run: (actor, { id }) => revokeApiKey(actor, id),
});
