import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/entry/sign-in-form";
import { EntryShell } from "@/components/shell/entry-shell";
import { SESSION_COOKIE } from "@/lib/auth/cookies";
import { findAdmin } from "@/lib/auth/guard";
import { safePath } from "@/lib/auth/safe-path";
import { isSetUp } from "@/lib/team/set-up";
import { signInAction } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams;
  const goal = safePath(callbackUrl);
  if (await findAdmin()) redirect(goal);
  if (!(await isSetUp())) redirect("/setup");
  const hadSession = (await cookies()).has(SESSION_COOKIE);
  return (
    <EntryShell title="Sign in" description="to the customer desk of your shop">
      <SignInForm
        action={signInAction}
        goal={goal}
        notice={hadSession ? "Your session has ended. Sign in to go on where you were." : undefined}
        refusal={error ? "E-mail or password is wrong." : undefined}
      />
    </EntryShell>
  );
}
