import type { Job } from "../../../platform/jobs/index.ts";
import { type Errand, errand } from "./errand.ts";
import { runAutomations } from "./run.ts";

export const automationJob: Job<Errand> = { ...errand, run: runAutomations };
