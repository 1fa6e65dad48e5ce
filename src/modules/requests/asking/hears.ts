/** What the customer is told of a question. */
import type { Context } from "../../../platform/context/index.ts";
import { hear, type Listener } from "../../../platform/events/index.ts";
import { stageWords, tell } from "../hears/tell.ts";
import { byWhen } from "../rules/promise.ts";
import { customerAnswered, customerAsked, customerDidNotAnswer, questionWithdrawn } from "./events.ts";
import { askingOf } from "./queries.ts";

export const askingListeners: readonly Listener[] = [
	hear(customerAsked, "asks the customer", async (ctx, about) => {
		const asking = await askingOf(ctx.house.db, about.requestId, about.askingId);
		if (asking?.state !== "open") return;
		const more = { until: byWhen(asking.until) };
		await tell(ctx, about, ({ entry }) => ({ template: "question-asked", words: entry?.words ?? "", more }));
	}),
	hear(customerAnswered, "thanks the customer for the answer", async (ctx, about) => {
		const asking = await askingOf(ctx.house.db, about.requestId, about.askingId);
		await tell(ctx, about, (news, service) => ({
			template: "question-answered",
			words: asking?.wentOn ? stageWords(news, service) : "",
		}));
	}),
	hear(customerDidNotAnswer, "tells the customer that the time to answer is over", tellItsWords),
	hear(questionWithdrawn, "tells the customer that the question is withdrawn", tellItsWords),
];

/** Where the request moves or closes by that, the words stand there and are told with it. */
async function tellItsWords(ctx: Context, about: { requestId: string; entryId: string }): Promise<void> {
	await tell(ctx, about, ({ entry }) => {
		const words = entry?.words ?? "";
		return words === "" ? null : { template: "request-update", words };
	});
}
