import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { SetUpForm } from "@/components/entry/set-up-form";
import { EntryShell } from "@/components/shell/entry-shell";
import { isSetUp, isSetUpToken } from "@/lib/team/set-up";
import { setUpAction } from "./actions";

/** The address holds the token: it must not travel in a referrer. */
export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SetUpPage({ searchParams }: Props) {
  if (await isSetUp()) notFound();
  const { token } = await searchParams;
  if (typeof token !== "string" || !(await isSetUpToken(token))) forbidden();
  return (
    <EntryShell
      title="Welcome to Clientele"
      description="Make the account of the owner. Others can be added to the team later."
    >
      <SetUpForm token={token} action={setUpAction} />
    </EntryShell>
  );
}
