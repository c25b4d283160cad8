import {
  Folders,
  KeyRound,
  Lock,
  type LucideIcon,
  Send,
  Server,
  UserRoundCog,
  UsersRound,
} from "lucide-react";

export type NavItem = { href: string; label: string; icon: LucideIcon };

export const mainItems: readonly NavItem[] = [
  { href: "/customers", label: "Customers", icon: UsersRound },
  { href: "/groups", label: "Groups", icon: Folders },
];

export const settingsItems: readonly NavItem[] = [
  { href: "/settings/team", label: "Team", icon: UserRoundCog },
  { href: "/settings/tokens", label: "API tokens", icon: KeyRound },
  { href: "/settings/outbox", label: "Outbox", icon: Send },
  { href: "/settings/password", label: "My password", icon: Lock },
  { href: "/settings/system", label: "System", icon: Server },
];
