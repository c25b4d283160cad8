"use client";

import { List } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/input";
import { MethodBadge } from "./method-badge";

type NavRoute = { id: string; method: string; path: string; summary: string };
export type NavPart = {
  title: string;
  tags: { name: string; anchor: string; routes: NavRoute[] }[];
};

/** Every route by generation and heading, and a box that narrows them down. On a small screen it opens on demand. */
export function RouteNav({ parts }: { parts: readonly NavPart[] }) {
  const [words, setWords] = useState("");
  const [open, setOpen] = useState(false);
  const id = useId();
  const shown = narrowed(parts, words);
  const count = shown.flatMap(({ tags }) => tags.flatMap(({ routes }) => routes)).length;
  return (
    <>
      <Button
        className="lg:hidden"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <List aria-hidden />
        Routes
      </Button>
      <nav
        id={id}
        aria-label="Routes"
        className={classNames(
          "min-h-0 flex-1 flex-col gap-2 lg:flex",
          open ? "flex max-lg:max-h-[60dvh]" : "hidden",
        )}
      >
        <Input
          type="search"
          aria-label="Filter routes"
          placeholder="Filter routes"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <p role="status" className="px-2 text-meta text-muted">
          {count === 1 ? "1 route" : `${count} routes`}
        </p>
        <div className="min-h-0 flex-1 overflow-y-auto">
          {shown.map((part) => (
            <div key={part.title} className="mb-4">
              <p className="px-2 text-meta font-semibold">{part.title}</p>
              {part.tags.map((tag) => (
                <div key={tag.anchor} className="mt-2">
                  <p id={`nav-${tag.anchor}`} className="px-2 text-xs font-medium text-muted">
                    {tag.name}
                  </p>
                  <ul aria-labelledby={`nav-${tag.anchor}`}>
                    {tag.routes.map((route) => (
                      <li key={route.id}>
                        <a
                          href={`#${route.id}`}
                          title={route.summary}
                          onClick={() => setOpen(false)}
                          className="flex min-h-7 items-center gap-2 rounded-md px-2 hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-control"
                        >
                          <MethodBadge method={route.method} className="w-14 justify-center" />
                          <span className="min-w-0 py-0.5 font-mono text-xs wrap-anywhere">
                            {route.path}
                          </span>
                        </a>
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </div>
          ))}
        </div>
      </nav>
    </>
  );
}

function narrowed(parts: readonly NavPart[], words: string): NavPart[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return parts
    .map((part) => ({
      ...part,
      tags: part.tags
        .map((tag) => ({
          ...tag,
          routes: tag.routes.filter(({ method, path, summary }) => {
            const text = `${part.title} ${tag.name} ${method} ${path} ${summary}`.toLowerCase();
            return wanted.every((word) => text.includes(word));
          }),
        }))
        .filter(({ routes }) => routes.length > 0),
    }))
    .filter(({ tags }) => tags.length > 0);
}
