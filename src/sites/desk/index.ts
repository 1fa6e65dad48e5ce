import { defineModule } from "../../platform/module/index.ts";
import { recordRoutes } from "./customers/record.routes.ts";
import { searchRoutes } from "./customers/search.routes.ts";
import { beginRoutes } from "./customers/begin.routes.ts";
import { valueRoutes } from "./customers/value.routes.ts";
import { needRoutes } from "./needs/needs.routes.ts";
import { relationRoutes } from "./needs/relations.routes.ts";
import { deskScriptRoutes } from "./script/index.ts";
import { serviceDeskRoutes } from "./services/routes.ts";
import { senderRoutes } from "./sources/senders.routes.ts";
import { tableRoutes } from "./services/tables.routes.ts";

export { countLinked } from "./sources/linked.ts";
export { deskShell } from "./shell.ts";

/** The desk's pages that are made of several nouns. */
export const deskSite = defineModule({
	name: "desk",
	routes: [
		...searchRoutes,
		...recordRoutes,
		...valueRoutes,
		...beginRoutes,
		...serviceDeskRoutes,
		...tableRoutes,
		...senderRoutes,
		...deskScriptRoutes,
		...needRoutes,
		...relationRoutes,
	],
	personalData: "none",
});
