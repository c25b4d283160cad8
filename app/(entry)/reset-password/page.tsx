import type { Metadata } from "next";
import { ResetPasswordForm } from "@/components/entry/reset-password-form";
import { EntryShell } from "@/components/shell/entry-shell";
import { Notice } from "@/components/ui/notice";
import { findByResetToken } from "@/lib/auth/store-guard";
import { normalizeEmail } from "@/lib/email";
import { resetPasswordAction } from "./actions";

/** The address holds the token: it must not travel in a referrer. */
export const metadata: Metadata = { title: "Choose a new password", referrer: "no-referrer" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** For customers of a shop that has no such page of its own. */
export default async function ResetPasswordPage({ searchParams }: Props) {
  const { token, email } = await searchParams;
  const isGood =
    typeof token === "string" &&
    typeof email === "string" &&
    (await findByResetToken(normalizeEmail(email), token)) !== null;
  if (!isGood)
    return (
      <EntryShell title="This link no longer works">
        <Notice tone="warn">
          It has expired or was used already. Ask the shop for a new one; it is good for 15 minutes.
        </Notice>
      </EntryShell>
    );
  return (
    <EntryShell
      title="Choose a new password"
      description={
        <>
          for <bdi>{email}</bdi>
        </>
      }
    >
      <ResetPasswordForm
        token={token}
        email={email}
        shortest={8}
        afterwards="Go back to the shop and sign in with the new one."
        action={resetPasswordAction}
      />
    </EntryShell>
  );
}
