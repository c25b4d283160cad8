import type { Metadata } from "next";
import { PasswordForm } from "@/components/team/password-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin, requireProfile } from "@/lib/auth/guard";
import { changePasswordAction } from "./actions";

export const metadata: Metadata = { title: "My password" };

export default async function PasswordPage() {
  await requireAdmin();
  const { email } = await requireProfile();
  return (
    <>
      <PageHeader
        title="My password"
        description="A new password signs you out on every other device and browser."
      />
      <Card>
        <PasswordForm email={email} action={changePasswordAction} />
      </Card>
    </>
  );
}
