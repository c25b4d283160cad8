import type { TeamMember } from "@/lib/team/schema";

type Role = TeamMember["role"];

/** What each role is called and may do, the mightiest first. */
export const roles: readonly { value: Role; label: string; may: string }[] = [
  { value: "owner", label: "Owner", may: "Everything, also who is on the team" },
  { value: "admin", label: "Admin", may: "Customers, groups and API tokens, not the team" },
  { value: "viewer", label: "Viewer", may: "Looks at everything and changes nothing" },
];

export function roleLabel(role: Role): string {
  return roles.find(({ value }) => value === role)?.label ?? role;
}

/** What a member is called: their name, else their address. */
export function memberName(member: Pick<TeamMember, "firstName" | "lastName" | "email">): string {
  return [member.firstName, member.lastName].filter(Boolean).join(" ") || member.email;
}

/** "no tokens", "1 token", "3 tokens". */
export function tokenCount(count: number): string {
  if (count === 0) return "no tokens";
  return `${count} ${count === 1 ? "token" : "tokens"}`;
}
