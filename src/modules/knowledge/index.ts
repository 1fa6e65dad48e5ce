import { defineModule } from "../../platform/module/index.ts";
import { readAlerts } from "./alerts/now.ts";
import { alertsPart } from "./alerts/pack.ts";
import { sourcesPart } from "./pages/pack.ts";
import { pageFaults } from "./pages/pages.ts";

export { endAlert, makeAlert } from "./alerts/actions.ts";
export { type Alert, severities, type Severity } from "./alerts/alert.ts";
export { alertsNow } from "./alerts/now.ts";
export { alertsSince } from "./alerts/queries.ts";
export { sourcesPart } from "./pages/pack.ts";
export type { ContentPage } from "./pages/page.ts";
export { pageById, pages, pathOf } from "./pages/pages.ts";

export const knowledgeModule = defineModule({
	name: "knowledge",
	personalData: [
		{
			table: "knowledge.alert",
			what: "which officer put a banner on the website",
			purpose: "to ask them about it",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as the banner is kept",
		},
	],
	pack: [sourcesPart, alertsPart],
	faults: pageFaults,
	opens: readAlerts,
});
