"use server";

import { refresh } from "next/cache";
import { adminAction } from "@/lib/actions/admin-action";
import { createApiKey, revokeApiKey } from "@/lib/team/api-keys";
import { apiKeyInput, newApiKeyInput } from "@/lib/team/schema";

export const createTokenAction = adminAction({
  input: newApiKeyInput,
  run: async (actor, input) => {
    const key = await createApiKey(actor, input);
    refresh();
    return key;
  },
});

export const revokeTokenAction = adminAction({
  input: apiKeyInput,
  run: async (actor, { id }) => {
    await revokeApiKey(actor, id);
    refresh();
  },
});
