import { backLink } from "../../../platform/html/govuk/index.ts";
import { deskRoute, page, type Route } from "../../../platform/http/index.ts";
import { cardOfIndex } from "./lesson.ts";
import { lessonView } from "./lesson.views.ts";

export const lessonRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: "/desk/pairs/model",
		may: "records.review",
		async handle(ctx) {
			const learnt = await cardOfIndex(ctx.house.db);
			return page({
				title: "What each agreement says",
				before: backLink({ text: "Back to the list", href: "/desk/pairs" }),
				current: "pairs",
				wide: true,
				main: lessonView(learnt),
			});
		},
	}),
];
