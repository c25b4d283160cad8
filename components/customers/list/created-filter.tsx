"use client";

import { CalendarDays, ChevronDown } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { useList } from "./list-navigation";

const load = () => import("./created-picker");
const CreatedPicker = lazy(() => load().then((module) => ({ default: module.CreatedPicker })));

/** The days when customers were created. The picker comes when it is wanted first. */
export function CreatedFilter() {
  const { asked, change } = useList();
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button
      aria-haspopup="dialog"
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setWanted(true)}
    >
      <CalendarDays aria-hidden />
      Created{(asked.from || asked.to) && <span className="text-accent">1</span>}
      <ChevronDown aria-hidden className="text-muted" />
    </Button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <CreatedPicker trigger={button} state={asked} onChange={change} />
    </Suspense>
  );
}
