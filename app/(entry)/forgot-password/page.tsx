import type { Metadata } from "next";
import { ForgotPasswordForm } from "@/components/entry/forgot-password-form";
import { EntryShell } from "@/components/shell/entry-shell";
import { forgotPasswordAction } from "./actions";

export const metadata: Metadata = { title: "Forgot your password?" };

/** Nothing is read from the database before the form is sent, and nothing is told about it afterwards. */
export default function ForgotPasswordPage() {
  return (
    <EntryShell
      title="Forgot your password?"
      description="We mail you a link to choose a new one; it is good for 30 minutes."
      footer={
        <a href="/sign-in" className="font-medium underline">
          Back to sign-in
        </a>
      }
    >
      <ForgotPasswordForm action={forgotPasswordAction} />
    </EntryShell>
  );
}
