import { defineModule } from "../../../platform/module/index.ts";
import { createRoute } from "./create.routes.ts";
import { discoveryRoute, requestRoute, requestsRoute, serviceRoute, servicesRoute, tokenRoute } from "./read.routes.ts";
import { newUpdateRoute, updatesRoute } from "./updates.routes.ts";

/** GeoReport v2 for other systems, under `/open311/v2`. */
export const open311Module = defineModule({
	name: "open311",
	routes: [
		discoveryRoute,
		servicesRoute,
		serviceRoute,
		createRoute,
		requestsRoute,
		requestRoute,
		tokenRoute,
		updatesRoute,
		newUpdateRoute,
	],
	personalData: "none",
});
