"use client";

import { ChevronsUpDown, LogOut } from "lucide-react";
import { useTransition } from "react";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { Isolated } from "@/components/ui/isolated";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { themes, useTheme } from "@/components/ui/use-theme";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { roleLabels, type ShellAdmin } from "./admin";
import { leaveDesk } from "./leave-desk";

type AccountMenuProps = {
  admin: ShellAdmin;
  /** Only the picture, for the top bar. */
  compact?: boolean;
};

export function AccountMenu({ admin, compact = false }: AccountMenuProps) {
  const [theme, chooseTheme] = useTheme();
  const [leaving, startLeaving] = useTransition();
  const toast = useToast();
  const name = admin.name || admin.email;

  async function leave() {
    if (await leaveDesk()) return;
    toast({
      tone: "danger",
      message: "Signing out did not work: you are still signed in. Try again.",
    });
  }

  return (
    <Menu
      align={compact ? "end" : "start"}
      side={compact ? "bottom" : "top"}
      trigger={
        <button
          type="button"
          aria-busy={leaving || undefined}
          className={classNames(
            "flex items-center gap-2.5 text-left hover:bg-hover data-popup-open:bg-hover",
            compact ? "rounded-full p-1" : "w-full rounded-md p-2",
          )}
        >
          <Avatar label={name} />
          <VisuallyHidden>{compact ? `Account of ${name}` : "Account of"}</VisuallyHidden>
          {!compact && (
            <>
              <span className="min-w-0 flex-1">
                <Isolated className="block truncate font-medium">{name}</Isolated>
                <span className="block truncate text-xs text-muted">{roleLabels[admin.role]}</span>
              </span>
              <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
            </>
          )}
        </button>
      }
    >
      <div className="px-2 pt-1 pb-1.5">
        <Isolated className="block truncate font-medium">{name}</Isolated>
        <span className="block truncate text-xs text-muted">{admin.email}</span>
        {compact && <span className="block text-xs text-muted">{roleLabels[admin.role]}</span>}
      </div>
      <MenuSeparator />
      <MenuChoice label="Colours" options={themes} value={theme} onChange={chooseTheme} />
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={() => startLeaving(leave)}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
