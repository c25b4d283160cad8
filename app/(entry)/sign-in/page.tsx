import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/entry/sign-in-form";
import { EntryShell } from "@/components/shell/entry-shell";
import { Notice } from "@/components/ui/notice";
import { SESSION_COOKIE } from "@/lib/auth/cookies";
import { findAdmin } from "@/lib/auth/guard";
import { safePath } from "@/lib/auth/safe-path";
import { isSetUp } from "@/lib/team/set-up";
import { signInAction } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error, left } = await searchParams;
  const goal = safePath(callbackUrl);
  if (await findAdmin()) redirect(goal);
  // who comes from signing out has proved that there is an owner, and the database may be away
  const isUnfinished = left === "unfinished";
  if (!isUnfinished && !(await isSetUp())) redirect("/setup");
  const hadSession = (await cookies()).has(SESSION_COOKIE);
  return (
    <EntryShell
      title="Sign in"
      description="to the customer desk of your shop"
      footer={
        <a href="/forgot-password" className="font-medium underline">
          Forgot your password?
        </a>
      }
    >
      {isUnfinished && (
        <Notice tone="warn" role="status" title="Signed out in this browser only" className="mb-4">
          The database did not answer, so the session itself may live on: a copy of its cookie would
          work until it expires. To end it now, sign in and change your password.
        </Notice>
      )}
      <SignInForm
        action={signInAction}
        goal={goal}
        notice={hadSession ? "Your session has ended. Sign in to go on where you were." : undefined}
        refusal={error ? "E-mail or password is wrong." : undefined}
      />
    </EntryShell>
  );
}
