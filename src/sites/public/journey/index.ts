/** From the first question of a service to its reference. */
import type { Route } from "../../../platform/http/index.ts";
import { answersRoutes } from "./answers.routes.ts";
import { continueRoutes } from "./continue.routes.ts";
import { fileRoutes } from "./files.routes.ts";
import { itemRoutes } from "./item.routes.ts";
import { questionRoutes } from "./question.routes.ts";
import { reportRoutes } from "./reports.routes.ts";
import { savedRoutes } from "./saved.routes.ts";
import { stopRoutes } from "./stops.routes.ts";

export const journeyRoutes: readonly Route[] = [
	...questionRoutes,
	...itemRoutes,
	...stopRoutes,
	...savedRoutes,
	...continueRoutes,
	...fileRoutes,
	...answersRoutes,
	...reportRoutes,
];
