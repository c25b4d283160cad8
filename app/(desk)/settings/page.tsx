import { redirect } from "next/navigation";
import { requireAdmin } from "@/lib/auth/guard";

export default async function SettingsPage() {
  await requireAdmin();
  redirect("/settings/team");
}
