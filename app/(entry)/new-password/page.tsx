import type { Metadata } from "next";
import { ResetPasswordForm } from "@/components/entry/reset-password-form";
import { EntryShell } from "@/components/shell/entry-shell";
import { Notice } from "@/components/ui/notice";
import { findAdminByResetToken } from "@/lib/team/password-reset";
import { PASSWORD_LENGTH } from "@/lib/team/schema";
import { newPasswordAction } from "./actions";

/** The address holds the token: it must not travel in a referrer. */
export const metadata: Metadata = { title: "Choose a new password", referrer: "no-referrer" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewPasswordPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const admin = typeof token === "string" ? await findAdminByResetToken(token) : null;
  if (typeof token !== "string" || !admin)
    return (
      <EntryShell title="This link no longer works">
        <Notice tone="warn">
          It has expired or was used already.{" "}
          <a href="/forgot-password" className="font-medium underline">
            Ask for a new one
          </a>
          ; it is good for 30 minutes.
        </Notice>
      </EntryShell>
    );
  return (
    <EntryShell
      title="Choose a new password"
      description={
        <>
          for <bdi>{admin.email}</bdi>
        </>
      }
    >
      <ResetPasswordForm
        token={token}
        email={admin.email}
        shortest={PASSWORD_LENGTH.min}
        afterwards={
          <a href="/sign-in" className="font-medium underline">
            Sign in with the new one.
          </a>
        }
        action={newPasswordAction}
      />
    </EntryShell>
  );
}
