"use client";

import { mainItems, type NavItem, settingsItems } from "./nav-items";
import { NavLink } from "./nav-link";

type MainNavProps = { onNavigate?: () => void };

export function MainNav({ onNavigate }: MainNavProps) {
  return (
    <nav aria-label="Main">
      <NavList items={mainItems} onNavigate={onNavigate} />
      <p id="nav-settings" className="mt-5 mb-1 px-2 text-xs font-medium text-muted">
        Settings
      </p>
      <NavList items={settingsItems} labelledBy="nav-settings" onNavigate={onNavigate} />
    </nav>
  );
}

type NavListProps = MainNavProps & { items: readonly NavItem[]; labelledBy?: string };

function NavList({ items, labelledBy, onNavigate }: NavListProps) {
  return (
    <ul aria-labelledby={labelledBy} className="flex flex-col gap-0.5">
      {items.map(({ href, label, icon: Icon }) => (
        <li key={href}>
          <NavLink href={href} onNavigate={onNavigate}>
            <Icon aria-hidden />
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
