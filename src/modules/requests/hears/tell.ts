import type { Context } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { addDays, dateInWords, londonDate } from "../../../platform/time/index.ts";
import { answerInWords } from "../../forms/index.ts";
import { sendMessage, type TemplateName, type Variables } from "../../messages/index.ts";
import { outcomeOf, type Service, serviceVersion, stageInWords, stageOf } from "../../services/index.ts";
import { trackLink } from "../links.ts";
import { byWhen } from "../rules/promise.ts";
import { isRunning } from "../rules/run.ts";
import { type News, newsOf, type Person } from "./news.ts";

type About = { requestId: string; entryId: string };

/** What is said to the customer on an occasion; null for nothing. */
type Said = { template: TemplateName; words: string; more?: Variables } | null;

/** Writes to the customer and to the followers, each once for this line of the timeline. */
export async function tell(
	ctx: Context,
	about: About,
	toCustomer: (news: News, service: Service) => Said,
	toFollowers: (news: News, service: Service) => Said = () => null,
): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const news = await newsOf(tx, about.requestId, about.entryId);
		if (!news) return;
		const service = await serviceVersion(ctx.house, news.serviceId, news.serviceVersion);
		const said = toCustomer(news, service);
		if (said && news.customer)
			await write(tx, ctx, { news, service, said, to: news.customer, occasion: about.entryId });
		const toOthers = toFollowers(news, service);
		if (!toOthers) return;
		for (const to of news.followers) {
			await write(tx, ctx, { news, service, said: toOthers, to, follows: true, occasion: about.entryId });
		}
	});
}

type Letter = {
	news: News;
	service: Service;
	said: Omit<NonNullable<Said>, "template"> & { template: string };
	to: Person;
	follows?: boolean;
	/** With the request and the person, what makes this message one of its kind. */
	occasion: string;
};

export async function write(
	tx: Tx,
	ctx: Context,
	{ news, service, said, to, follows, occasion }: Letter,
): Promise<void> {
	const { salt, ...recipient } = to;
	const link = trackLink(ctx.house, news.reference, salt);
	await sendMessage(tx, ctx, {
		template: said.template,
		variables: {
			...variablesOf(news, service, ctx.now),
			words: said.words,
			...said.more,
			link,
			...(follows ? { stop: `${link}#stop` } : {}),
		},
		to: follows ? recipient : { ...recipient, address: homeOf(service, news) },
		about: { kind: "request", id: news.requestId, name: news.reference },
		confidential: news.confidential,
		occasion: `${news.requestId}:${occasion}:${to.customerId}`,
	});
}

/** Where a letter finds the customer, in lines: the answer that the service's register calls their home. */
function homeOf({ definition, form }: Service, { answers }: News): string {
	const { home } = definition.register;
	const question = home === undefined ? undefined : form.questions.get(home);
	return question ? answerInWords(question, answers[question.id]) : "";
}

function variablesOf(news: News, service: Service, now: Date): Variables {
	const running = news.clocks.filter(isRunning);
	const outcome = news.entry?.outcome ? outcomeOf(service, news.entry.outcome) : undefined;
	const { within, times = Number.POSITIVE_INFINITY } = service.definition.reopens;
	return {
		reference: news.reference,
		service: service.definition.name,
		summary: news.summary,
		team: news.teamName,
		...(running.length === 0 ? {} : { promise: running.map((run) => sentence(run.words)).join(" ") }),
		// A day that has gone by is no promise any more.
		...(news.dueAt === null || news.dueAt < now ? {} : { due: byWhen(news.dueAt) }),
		...(outcome ? { outcome: outcome.words } : {}),
		// Nobody is told that they may once more what is refused then.
		...(news.closedAt === null || news.reopened >= times
			? {}
			: { "reopen-by": dateInWords(addDays(londonDate(news.closedAt), within)) }),
	};
}

/** What the stage that was entered says, where the officer wrote nothing. */
export function stageWords(news: News, service: Service): string {
	const stage = stageOf(service, news.entry?.toStage ?? news.stage);
	return stage ? sentence(stageInWords(stage)) : "";
}

function sentence(words: string): string {
	return /[.!?]$/.test(words) ? words : `${words}.`;
}
