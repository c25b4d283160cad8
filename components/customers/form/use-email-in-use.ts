"use client";

import { useEffect, useState } from "react";
import type { ActionResult } from "@/lib/action-result";
import type { EmailMatch } from "@/lib/customers/schema";
import { emailField } from "@/lib/email";

export type FindByEmail = (input: { email: string }) => Promise<ActionResult<EmailMatch[]>>;

const PAUSE = 250;

/** Who has the e-mail that is being typed. Asked in a pause of typing; an answer to an older text is dropped. */
export function useEmailInUse(typed: string, find: FindByEmail): EmailMatch[] {
  const [answer, setAnswer] = useState<{ email: string; matches: EmailMatch[] } | null>(null);
  const email = emailField.safeParse(typed).data ?? "";

  useEffect(() => {
    if (!email) return;
    let wanted = true;
    const timer = setTimeout(async () => {
      // a warning that cannot be had is no reason to disturb: saving decides
      const result = await find({ email }).catch(() => null);
      if (wanted && result?.ok) setAnswer({ email, matches: result.data });
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [email, find]);

  return email && answer?.email === email ? answer.matches : [];
}
