/** The messages that follow from what happens to a request. */
import { hear, type Listener } from "../../../platform/events/index.ts";
import type { TemplateName } from "../../messages/index.ts";
import { type PublicStage, serviceVersion } from "../../services/index.ts";
import {
	informationAdded,
	requestClosed,
	requestExtended,
	requestFollowed,
	requestMoved,
	requestReceived,
	requestReopened,
} from "../events.ts";
import { askingListeners } from "../asking/hears.ts";
import { newsOf } from "./news.ts";
import { stageWords, tell, write } from "./tell.ts";

const templateOf: Readonly<Record<PublicStage, TemplateName>> = {
	// A request comes back to the start when it is looked at again from the beginning, as a complaint's second stage is.
	received: "request-update",
	forwarded: "request-forwarded",
	planned: "request-planned",
	"acted-on": "request-acted-on",
	closed: "request-closed",
};

export const requestListeners: readonly Listener[] = [
	...askingListeners,
	hear(requestReceived, "tells the customer that it was received", (ctx, about) =>
		tell(ctx, about, (_news, service) => ({
			template: "request-received",
			words: service.definition.next.join("\n"),
		})),
	),
	hear(requestMoved, "tells the customer and followers of a new public stage", (ctx, about) => {
		const isNew = about.publicFrom !== about.publicTo;
		return tell(
			ctx,
			about,
			(news, service) => {
				const words = news.entry?.words ?? "";
				if ((!isNew && words === "") || news.entry?.ofAQuestion) return null;
				const template = isNew ? templateOf[about.publicTo] : "request-update";
				return { template, words: words || stageWords(news, service) };
			},
			(news, service) => (isNew ? { template: "follower-update", words: stageWords(news, service) } : null),
		);
	}),
	hear(requestClosed, "tells the customer and followers how it ended", (ctx, about) =>
		tell(
			ctx,
			about,
			(news) => ({ template: "request-closed", words: news.entry?.words ?? "" }),
			() => ({ template: "follower-update", words: "It is closed." }),
		),
	),
	hear(requestReopened, "tells the customer and followers that it is open again", (ctx, about) =>
		tell(
			ctx,
			about,
			(news, service) => ({ template: "request-reopened", words: stageWords(news, service) }),
			() => ({ template: "follower-update", words: "It is open again." }),
		),
	),
	hear(requestExtended, "tells the customer that a promise was made longer, why, and until when", (ctx, about) =>
		tell(ctx, about, (news) => ({ template: "request-update", words: news.entry?.words ?? "" })),
	),
	hear(informationAdded, "thanks the customer for telling more", (ctx, about) =>
		tell(ctx, about, (news) => {
			const byThem = news.entry !== null && news.entry.actorId === news.customer?.customerId;
			return byThem ? { template: "information-added-thanks", words: "" } : null;
		}),
	),
	hear(requestFollowed, "welcomes a follower", (ctx, { requestId, customerId, at }) =>
		ctx.house.db.transaction().execute(async (tx) => {
			const news = await newsOf(tx, requestId, null);
			const to = news?.followers.find((follower) => follower.customerId === customerId);
			if (!news || !to) return;
			const service = await serviceVersion(ctx.house, news.serviceId, news.serviceVersion);
			const said = { template: "follower-welcome", words: "" } as const;
			await write(tx, ctx, { news, service, said, to, follows: true, occasion: at });
		}),
	),
];
