import { config } from "zod/v4/core";

// zod probes for eval when it first compiles a schema, which the content security policy reports on each page.
config({ jitless: true });
