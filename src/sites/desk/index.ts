import { defineModule } from "../../platform/module/index.ts";
import { deskScriptRoutes } from "./script/index.ts";
import { serviceDeskRoutes } from "./services/routes.ts";
import { tableRoutes } from "./services/tables.routes.ts";

export { countLinked } from "./sources/linked.ts";
export { deskShell } from "./shell.ts";

/** The desk's pages that are made of several nouns. */
export const deskSite = defineModule({
	name: "desk",
	routes: [...serviceDeskRoutes, ...tableRoutes, ...deskScriptRoutes],
	personalData: "none",
});
