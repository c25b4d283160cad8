"use client";

import { ErrorMessage } from "@/components/shell/error-message";

/** Within the navigation: everything else can still be reached. */
export default function DeskError(props: { error: unknown; retry: () => void }) {
  return <ErrorMessage {...props} />;
}
