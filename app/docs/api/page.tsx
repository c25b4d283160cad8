import type { Metadata } from "next";
import { ReferencePage } from "@/components/reference/reference-page";
import { env } from "@/lib/env";
import { openApiDocument } from "@/lib/rest/openapi/document";

export const metadata: Metadata = {
  title: "API reference",
  description: "Every route of Clientele's API, to read and to try.",
};

/** Open to everybody, since it holds no data; what is tried goes with the reader's own credential. */
export default function ApiReferencePage() {
  const [origin = ""] = env().CLIENTELE_URL;
  return <ReferencePage document={openApiDocument()} origin={origin} />;
}
