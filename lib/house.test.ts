import { describe, expect, it } from "vitest";
import { type SourceFile, sourceFiles } from "./testing/source-files";

const files = sourceFiles(["app", "components", "lib"]).filter((file) => !isTest(file.path));

/** From the doors down; a file belongs to the first layer that matches. Each may import from itself and what is named. */
const LAYERS: { name: string; match: RegExp; below: string[] }[] = [
  { name: "generated", match: /^lib\/generated\//, below: [] },
  {
    name: "app",
    match: /^app\//,
    below: [
      "components",
      "actions",
      "rest",
      "guard",
      "customers",
      "groups",
      "team",
      "mail",
      "auth",
      "changes",
      "floor",
      "ground",
    ],
  },
  { name: "components", match: /^components\//, below: ["ground"] },
  {
    name: "ground",
    match:
      /^lib\/(?:[\w-]+\/(?:[\w-]+-)?(?:schema|url)|customers\/label|actor|action-result|errors|listing|parse|text|email|metadata|country|version|ids|floor|time-zone|auth\/safe-path|auth\/origin)$/,
    below: [],
  },
  { name: "actions", match: /^lib\/actions\//, below: ["guard", "floor", "ground"] },
  {
    name: "rest",
    match: /^lib\/rest\//,
    below: ["guard", "customers", "groups", "team", "auth", "changes", "floor", "ground"],
  },
  {
    name: "guard",
    match: /^lib\/auth\/(?:guard|rest-guard|store-guard|next-auth)$/,
    below: ["auth", "floor", "ground"],
  },
  {
    name: "customers",
    match: /^lib\/customers\//,
    below: ["groups", "auth", "mail", "changes", "floor", "ground", "generated"],
  },
  { name: "groups", match: /^lib\/groups\//, below: ["changes", "floor", "ground", "generated"] },
  {
    name: "team",
    match: /^lib\/team\//,
    below: ["auth", "mail", "changes", "floor", "ground", "generated"],
  },
  {
    name: "imports",
    match: /^lib\/medusa-import\//,
    below: ["auth", "changes", "floor", "ground", "generated"],
  },
  { name: "auth", match: /^lib\/auth\//, below: ["changes", "floor", "ground"] },
  { name: "mail", match: /^lib\/mail\//, below: ["floor", "ground"] },
  { name: "changes", match: /^lib\/changes\//, below: ["floor", "ground", "generated"] },
  { name: "floor", match: /^lib\/[\w-]+$/, below: ["ground", "generated"] },
];

/** Server actions that a visitor without a session may call, by name. */
const OPEN_ACTIONS = [
  "app/(entry)/sign-in/actions.ts",
  "app/(entry)/setup/actions.ts",
  "app/(entry)/reset-password/actions.ts",
  "app/(entry)/new-password/actions.ts",
  "app/(entry)/forgot-password/actions.ts",
];
/** Routes that are not the REST API, by name. */
const OTHER_ROUTES = [
  "app/api/auth/[...nextauth]/route.ts",
  "app/health/live/route.ts",
  "app/health/ready/route.ts",
  "app/sign-out/route.ts",
];
/** Who may import the mint of actors. */
const MINTERS =
  /^lib\/(?:auth\/(?:guard|rest-guard|store-guard|sign-in|customer-sign-in)|team\/(?:set-up|password-reset)|medusa-import\/run|auth\/actors)$/;

describe("the house", () => {
  it("imports point down", () => {
    const wrong = files.flatMap((file) => {
      const from = layerOf(module(file));
      return file.imports
        .map((target) => ({ target, to: layerOf(target) }))
        .filter(({ to }) => to && from && to.name !== from.name && !from.below.includes(to.name))
        .map(({ target, to }) => `${file.path} (${from?.name}) imports ${target} (${to?.name})`);
    });
    expect(wrong).toEqual([]);
  });

  it("has no circles", () => {
    const graph = new Map(files.map((file) => [module(file), file.imports]));
    expect([...graph.keys()].map((start) => circleFrom(start, graph)).filter(Boolean)).toEqual([]);
  });

  it("ground is free of servers: it runs in the browser too", () => {
    const ground = files.filter((file) => layerOf(module(file))?.name === "ground");
    expect(ground.length).toBeGreaterThan(8);
    expect(
      ground
        .filter((f) => f.packages.some((p) => /^(?:server-only|next|node:|pg|@prisma)/.test(p)))
        .map((f) => f.path),
    ).toEqual([]);
  });

  it("every room and floor file that reaches the database says it is for the server only", () => {
    const reaching = files.filter(
      (file) => file.path.startsWith("lib/") && file.imports.includes("lib/db"),
    );
    expect(reaching.length).toBeGreaterThan(10);
    expect(
      reaching
        .filter((f) => !/^(?:\/\*\*[\s\S]*?\*\/\s*)?import "server-only";/.test(f.text))
        .map((f) => f.path),
    ).toEqual([]);
  });

  it("rooms know no framework", () => {
    const rooms = files.filter((f) =>
      ["customers", "groups", "team", "mail", "imports", "changes", "floor"].includes(
        layerOf(module(f))?.name ?? "",
      ),
    );
    expect(
      rooms
        .filter((f) => f.packages.some((p) => /^(?:next|react|hono)(?:\/|$)/.test(p)))
        .map((f) => f.path),
    ).toEqual([]);
  });

  it("only guards mint actors", () => {
    const minters = files.filter(
      (f) =>
        f.imports.includes("lib/auth/actors") &&
        !MINTERS.test(module(f)) &&
        !f.path.startsWith("lib/testing/"),
    );
    expect(minters.map((f) => f.path)).toEqual([]);
  });

  it("every server action is made by adminAction", () => {
    const actions = files.filter(
      (f) => /(?:^|\n)"use server"/.test(f.text) && !OPEN_ACTIONS.includes(f.path),
    );
    const wrong = actions.flatMap((f) =>
      [...f.text.matchAll(/\nexport (?!type)(.*)/g)]
        .filter((m) => !/^const \w+ = adminAction\(/.test(m[1] ?? ""))
        .map((m) => `${f.path}: ${m[1]}`),
    );
    expect(actions.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it("every route hands its request to lib/rest or stands in the short list", () => {
    const routes = files.filter((f) => f.path.endsWith("/route.ts"));
    expect(
      routes
        .filter(
          (f) =>
            !OTHER_ROUTES.includes(f.path) && !f.imports.some((i) => i.startsWith("lib/rest/")),
        )
        .map((f) => f.path),
    ).toEqual([]);
  });

  it("every page of the desk awaits the guard itself", () => {
    const pages = files.filter((f) => /^app\/\(desk\)\/.*page\.tsx$/.test(f.path));
    expect(pages.length).toBeGreaterThan(5);
    expect(
      pages.filter((f) => !/await require(?:Admin|Actor)\(/.test(f.text)).map((f) => f.path),
    ).toEqual([]);
  });

  it("raw HTML and unsafe SQL are nowhere", () => {
    const bad = /dangerouslySetInnerHTML|RawUnsafe|Prisma\.raw\(/;
    expect(files.filter((f) => bad.test(f.text)).map((f) => f.path)).toEqual([]);
  });

  it("no file has grown two subjects", () => {
    expect(files.filter((f) => f.text.split("\n").length > 240).map((f) => f.path)).toEqual([]);
  });
});

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith("lib/testing/");
}

function module(file: SourceFile): string {
  return file.path.replace(/\.tsx?$/, "");
}

function layerOf(path: string) {
  return LAYERS.find((layer) => layer.match.test(path));
}

function circleFrom(start: string, graph: Map<string, string[]>): string | null {
  const walk = (at: string, path: string[]): string | null => {
    for (const next of graph.get(at) ?? []) {
      if (next === start) return [...path, next].join(" → ");
      if (!path.includes(next) && path.length < 12) {
        const found = walk(next, [...path, next]);
        if (found) return found;
      }
    }
    return null;
  };
  return walk(start, [start]);
}
