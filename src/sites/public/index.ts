import { defineModule } from "../../platform/module/index.ts";
import { accessibilityPart, privacyPart } from "./content.ts";
import { alertRoutes } from "./alerts/desk.routes.ts";
import { charterPart } from "./charter/pack.ts";
import { charterRoutes } from "./charter/routes.ts";
import { contentRoutes } from "./content.routes.ts";
import { journeyRoutes } from "./journey/index.ts";
import { lifeEventRoutes } from "./life-events/routes.ts";
import { pageLinkFaults } from "./pages/faults.ts";
import { pageRoutes } from "./pages/routes.ts";
import { robotsRoutes } from "./robots.routes.ts";
import { serviceRoutes } from "./services/routes.ts";
import { countUse } from "./services/use.ts";

export { publicShell } from "./shell.ts";

/** The public website's own pages: home, services and their journeys, search, and those that every website has. */
export const publicSite = defineModule({
	name: "public",
	routes: [
		...serviceRoutes,
		...pageRoutes,
		...journeyRoutes,
		...contentRoutes,
		...charterRoutes,
		...lifeEventRoutes,
		...alertRoutes,
		...robotsRoutes,
	],
	personalData: "none",
	pack: [accessibilityPart, privacyPart, charterPart],
	faults: pageLinkFaults,
	opens: countUse,
	daily: [{ at: "*/10 * * * *", does: "count how often each service was used in the last 30 days", run: countUse }],
});
