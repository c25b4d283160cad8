import { serveDocument } from "@/lib/rest/openapi/serve";

export { serveDocument as GET };
