import { defineModule } from "../../platform/module/index.ts";
import { sourcesPart } from "./pages/pack.ts";
import { pageFaults } from "./pages/pages.ts";

export { sourcesPart } from "./pages/pack.ts";
export type { ContentPage } from "./pages/page.ts";
export { pageById, pages, pathOf } from "./pages/pages.ts";

export const knowledgeModule = defineModule({
	name: "knowledge",
	personalData: "none",
	pack: [sourcesPart],
	faults: pageFaults,
});
