"use client";

import { ErrorMessage } from "@/components/shell/error-message";

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <main>
      <ErrorMessage {...props} />
    </main>
  );
}
