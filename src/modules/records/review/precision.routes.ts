import { backLink } from "../../../platform/html/govuk/index.ts";
import { deskRoute, page, type Route } from "../../../platform/http/index.ts";
import { precision } from "./precision.ts";
import { precisionView } from "./precision.views.ts";

export const precisionRoute: Route = deskRoute({
	method: "GET",
	path: "/desk/pairs/precision",
	may: "records.review",
	async handle(ctx) {
		const counted = await precision(ctx.house.db);
		return page({
			title: "How right the matches are",
			before: backLink({ text: "Back to the list", href: "/desk/pairs" }),
			current: "pairs",
			wide: true,
			main: precisionView({ ...counted, now: ctx.now }),
		});
	},
});
