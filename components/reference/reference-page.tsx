import type { OpenApi } from "@/lib/openapi/schema";
import { CredentialForm } from "./credential-form";
import { ObjectList } from "./object-list";
import { partsOf, type ReferencePart } from "./parts-of";
import { ReferenceShell } from "./reference-shell";
import { RouteSection } from "./route-section";
import { StartHere } from "./start-here";

type ReferencePageProps = { document: OpenApi; origin: string };

/** The whole OpenAPI document as a page to read and to try. */
export function ReferencePage({ document, origin }: ReferencePageProps) {
  const parts = partsOf(document);
  return (
    <ReferenceShell nav={parts.map(navPart)}>
      <h1 className="text-xl font-semibold tracking-tight">API reference</h1>
      <StartHere origin={origin} />
      <CredentialForm />
      {parts.map((part) => (
        <section key={part.anchor} aria-labelledby={part.anchor} className="mt-12">
          <h2 id={part.anchor} className="scroll-mt-16 text-lg font-semibold tracking-tight">
            {part.title}
          </h2>
          <p className="mt-0.5 text-muted">
            {part.about} Its routes stand under <code>/{part.anchor}</code> here, which always means
            this generation.
          </p>
          {part.tags.map((tag) => (
            <div key={tag.anchor} className="mt-8">
              <h3 id={tag.anchor} className="scroll-mt-16 text-base font-semibold">
                {tag.name}
              </h3>
              {tag.routes.map((route) => (
                <RouteSection key={route.operation.operationId} route={route} origin={origin} />
              ))}
            </div>
          ))}
          <ObjectList names={part.objects} schemas={document.components.schemas} />
        </section>
      ))}
    </ReferenceShell>
  );
}

function navPart({ title, tags }: ReferencePart) {
  return {
    title,
    tags: tags.map(({ name, anchor, routes }) => ({
      name,
      anchor,
      routes: routes.map(({ method, operation }) => ({
        id: operation.operationId,
        method,
        path: operation["x-bare-path"],
        summary: operation.summary,
      })),
    })),
  };
}
