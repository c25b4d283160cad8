"use client";

import { useId } from "react";
import { Segmented } from "./segmented";
import { type Theme, themes, useTheme } from "./use-theme";

/** Light, dark, or as the system has it: at once, and for the next year. */
export function ThemeSwitch() {
  const [theme, choose] = useTheme();
  return (
    <Segmented
      legend="Colours"
      name={useId()}
      options={themes}
      value={theme}
      onChange={(event) => choose(event.target.value as Theme)}
    />
  );
}
