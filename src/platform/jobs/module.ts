import { defineModule } from "../module/index.ts";
import { jobsRoutes } from "./desk.routes.ts";

/** Jobs carry ids and never personal data, and are gone once done. */
export const jobsModule = defineModule({ name: "jobs", routes: jobsRoutes, personalData: "none" });
