import { describe, expect, it } from "vitest";
import { splitStatements } from "./split-statements.mjs";

describe("splitting SQL into statements", () => {
  it.each([
    ["one without a semicolon", "select 1", ["select 1"]],
    ["two", "select 1; select 2;", ["select 1", "select 2"]],
    ["none", " ;; -- nothing\n /* nor here */ ;", []],
    [
      "a semicolon in a string",
      "select ';', 'it''s;'; select 2",
      ["select ';', 'it''s;'", "select 2"],
    ],
    [
      "an escaped string",
      String.raw`select E'\';'; select 2`,
      [String.raw`select E'\';'`, "select 2"],
    ],
    ["a quoted name", 'select 1 as "a;""b"; select 2', ['select 1 as "a;""b"', "select 2"]],
    ["a dollar quote", "do $$ begin; end $$; select 2", ["do $$ begin; end $$", "select 2"]],
    ["a named dollar quote", "do $a$ $$;$$ ; $a$; select 2", ["do $a$ $$;$$ ; $a$", "select 2"]],
    ["a parameter is no dollar quote", "select $1; select $1", ["select $1", "select $1"]],
    ["a line comment", "-- a; b\nselect 1; -- c;\nselect 2", ["select 1", "select 2"]],
    ["a nested comment", "/* a; /* b; */ c; */ select 1; select 2", ["select 1", "select 2"]],
    ["a comment inside", "select 1 -- a;\n + 2; select 3", ["select 1 -- a;\n + 2", "select 3"]],
    ["division and minus", "select 4/2, 4-2, -1; select 2", ["select 4/2, 4-2, -1", "select 2"]],
    ["names with dollars", "select a$b$c; select 2", ["select a$b$c", "select 2"]],
    ["other scripts", "select 'ž', имя; select 2", ["select 'ž', имя", "select 2"]],
  ])("%s", (_, sql, statements) => {
    expect(splitStatements(sql)).toEqual(statements);
  });
});
