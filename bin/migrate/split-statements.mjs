/**
 * Cuts SQL into its statements at the semicolons that end one, not at those inside strings,
 * names, dollar quotes and comments.
 * @param {string} sql
 * @returns {string[]}
 */
export function splitStatements(sql) {
  const statements = [];
  let current = "";
  let hasContent = false;
  let rest = sql;
  while (rest !== "") {
    const { kind, text } = nextPiece(rest);
    rest = rest.slice(text.length);
    if (kind === "end") {
      if (hasContent) statements.push(current.trim());
      current = "";
      hasContent = false;
      continue;
    }
    // A comment in front of a statement is left out, so that the statement's first word comes first.
    if (kind === "comment" && !hasContent) continue;
    current += text;
    hasContent ||= kind === "code" && text.trim() !== "";
    hasContent ||= kind === "quoted";
  }
  if (hasContent) statements.push(current.trim());
  return statements;
}

const PIECES = [
  ["end", /^;/],
  ["comment", /^--[^\n]*/],
  ["quoted", /^[eE]'(?:[^'\\]|\\.|'')*'/s],
  ["quoted", /^'(?:[^']|'')*'/],
  ["quoted", /^"(?:[^"]|"")*"/],
  ["quoted", /^(\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$).*?\1/s],
  ["code", /^[\p{L}_][\p{L}\p{N}_$]*/u],
  ["code", /^[^;'"$/\p{L}_-]+/u],
];

function nextPiece(rest) {
  if (rest.startsWith("/*")) return { kind: "comment", text: blockComment(rest) };
  for (const [kind, pattern] of PIECES) {
    const match = pattern.exec(rest);
    if (match) return { kind, text: match[0] };
  }
  return { kind: "code", text: rest[0] };
}

/** PostgreSQL's block comments nest. */
function blockComment(rest) {
  let depth = 0;
  for (const { 0: mark, index } of rest.matchAll(/\/\*|\*\//g)) {
    depth += mark === "/*" ? 1 : -1;
    if (depth === 0) return rest.slice(0, index + 2);
  }
  return rest;
}
