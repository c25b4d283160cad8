"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check, type LucideIcon } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names";
import { FocusGuards } from "./focus-guards";
import { popupClass } from "./popup-class";
import { usePortalHome } from "./use-portal-home";

type MenuProps = {
  /** The button that opens it: `<Button>` or `<IconButton>`. */
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
};

export function Menu({ trigger, children, align = "end", side = "bottom" }: MenuProps) {
  const { home, onOpenChange } = usePortalHome();
  return (
    <Base.Root modal={false} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={home}>
        <Base.Positioner
          align={align}
          side={side}
          sideOffset={4}
          positionMethod="fixed"
          className="z-50 outline-none"
        >
          <Base.Popup
            className={classNames(
              popupClass,
              "max-h-(--available-height) min-w-44 max-w-72 overflow-y-auto p-1",
            )}
          >
            {children}
            <FocusGuards />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const itemClass =
  "flex min-h-8 pointer-coarse:min-h-control cursor-pointer items-center gap-2 rounded-md px-2 select-none data-highlighted:bg-hover focus-visible:-outline-offset-2 data-disabled:cursor-default data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0";

type MenuItemProps = {
  children: ReactNode;
  icon?: LucideIcon;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
};

export function MenuItem({ children, icon: Icon, danger, disabled, onSelect }: MenuItemProps) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className={classNames(itemClass, danger && "text-danger data-highlighted:bg-danger-soft")}
    >
      {Icon && <Icon aria-hidden />}
      {children}
    </Base.Item>
  );
}

type MenuChoiceProps<V extends string> = {
  label: string;
  value: V | null;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
};

/** One of a few, marked with a tick. */
export function MenuChoice<V extends string>(props: MenuChoiceProps<V>) {
  const { label, value, options, onChange } = props;
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-xs text-muted">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChange}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={itemClass}>
            <span className="flex-1">{option.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}
