import { z } from "zod";
import { metadataField } from "../metadata";
import { optionalText, requiredText } from "../text";

/** What createGroup takes. Names are unique, letter for letter; the API's clients may have one that is empty. */
export const groupInput = z.strictObject({
  name: optionalText(255)
    .unwrap()
    .transform((name) => name ?? ""),
  metadata: metadataField.nullable().optional(),
});

/** How many groups a picker shows at most; typing narrows. */
export const GROUPS_OFFERED = 50;

/** The desk's form: a name is asked for. */
export const groupFormInput = z.strictObject({
  name: requiredText(255, "Give the group a name."),
});

/** A patch of a group; `mergeMetadata` merges one level ("" deletes a key). */
export const groupPatch = groupInput.partial().extend({ mergeMetadata: metadataField.optional() });

/** A group as every door sees it, with how many live customers are in it. */
export type Group = {
  id: string;
  name: string;
  metadata: Record<string, unknown> | null;
  createdBy: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  members: number;
};

/** A customer that may be put into a group. */
export type Candidate = {
  id: string;
  label: string;
  email: string | null;
  phone: string | null;
  companyName: string | null;
  isMember: boolean;
};
