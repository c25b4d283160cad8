import type { ReactNode } from "react";
import { Isolated } from "@/components/ui/isolated";
import type { Happening, Named } from "./happenings";

/** What happened, as the rest of a sentence that begins with who did it. */
export function HappeningLine({ happening }: { happening: Happening }) {
  switch (happening.kind) {
    case "plain":
      return happening.words;
    case "group":
      return (
        <>
          {happening.joined
            ? "added this customer to the group "
            : "removed this customer from the group "}
          <Value>{happening.name}</Value>
        </>
      );
    case "changed":
      return (
        <>
          changed the <FieldName {...happening} /> from <Value>{happening.from}</Value> to{" "}
          <Value>{happening.to}</Value>
        </>
      );
    case "created":
      return (
        <>
          created this customer, {happening.isAccount ? "an account" : "a guest"}
          {happening.values.map(({ value, ...named }, index) => (
            <span key={`${named.field} ${named.piece}`}>
              {index === 0 ? ": " : ", "}
              <FieldName {...named} /> <Value>{value}</Value>
            </span>
          ))}
        </>
      );
  }
}

function FieldName({ field, piece }: Named) {
  return (
    <>
      {field}
      {piece !== undefined && (
        <>
          {" "}
          “<Isolated>{piece}</Isolated>”
        </>
      )}
    </>
  );
}

function Value({ children }: { children: ReactNode }) {
  return children === null ? (
    <span className="text-muted">—</span>
  ) : (
    <Isolated className="font-medium wrap-anywhere whitespace-pre-wrap">{children}</Isolated>
  );
}
