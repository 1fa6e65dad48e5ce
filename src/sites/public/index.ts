import { defineModule } from "../../platform/module/index.ts";
import { accessibilityPart, privacyPart } from "./content.ts";
import { contentRoutes } from "./content.routes.ts";
import { journeyRoutes } from "./journey/index.ts";
import { robotsRoutes } from "./robots.routes.ts";
import { serviceRoutes } from "./services/routes.ts";

export { publicShell } from "./shell.ts";

/** The public website's own pages: home, services and their journeys, search, and those that every website has. */
export const publicSite = defineModule({
	name: "public",
	routes: [...serviceRoutes, ...journeyRoutes, ...contentRoutes, ...robotsRoutes],
	personalData: "none",
	pack: [accessibilityPart, privacyPart],
});
