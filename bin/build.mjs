import { createLifetime } from "./lifetime.mjs";
import { ensureDependencies } from "./project/dependencies.mjs";
import { ensureBuild } from "./project/next-build.mjs";
import { ensurePrismaClient } from "./project/prisma-client.mjs";
import { projectRoot } from "./project/root.mjs";
import { refuseOldNode } from "./project/versions.mjs";
import { reportFailure } from "./terminal/report.mjs";
import { createSteps } from "./terminal/steps.mjs";

const steps = createSteps();
const lifetime = createLifetime();

try {
  refuseOldNode();
  await steps.run("Checking the dependencies", (say) => ensureDependencies(projectRoot, say));
  await steps.run("Checking the database client", (say) => ensurePrismaClient(projectRoot, say));
  await steps.run("Checking the build", (say) => ensureBuild(projectRoot, say));
  await lifetime.end(0);
} catch (error) {
  if (!lifetime.isEnding) reportFailure(error);
  await lifetime.end(1);
}
