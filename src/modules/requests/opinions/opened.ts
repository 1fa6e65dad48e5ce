import { sql } from "kysely";
import { auditReading } from "../../../platform/audit/index.ts";
import { tokenHash } from "../../../platform/auth/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import { type Answers, answerInWords, storedAnswers } from "../../forms/index.ts";
import { type AskedOpinion, type Service, serviceVersion } from "../../services/index.ts";
import { linkState, type LinkState, opinionOf } from "./opinion.ts";
import { byLink } from "./reply.ts";
import { type Linked, opinionByToken } from "./queries.ts";

export type Opened = { linked: Linked; service: Service; asked: AskedOpinion; state: LinkState; ctx: Context };

/** What a token leads to; undefined for one that is none. Each use is in the ledger, and the first is kept for the officer. */
export async function openLink(ctx: Context, token: string): Promise<Opened | undefined> {
	const { db } = ctx.house;
	const hash = tokenHash(token);
	const linked = hash && (await opinionByToken(db, hash));
	if (!linked) return undefined;
	const service = await serviceVersion(ctx.house, linked.serviceId, linked.serviceVersion);
	const asked = opinionOf(service, linked.opinion.kind);
	const holder = byLink(ctx, linked.opinion, asked.opinion.name);
	const state = linkState(linked.opinion, asked, linked, ctx.now);
	await auditReading(db, holder, {
		action: "request.opinion-link-used",
		subject: { kind: "request", id: linked.requestId },
		after: { opinion: linked.opinion.id, state },
		purpose: "asked for an opinion",
	});
	if (linked.opinion.openedAt === null) {
		await sql`update requests.opinion set opened_at = ${ctx.now} where id = ${linked.opinion.id} and opened_at is null`.execute(
			db,
		);
	}
	return { linked, service, asked, state, ctx: holder };
}

/** The customer's answers that they may see, and no others; a sealed one never, whatever the definition says. */
export function shownByLink({ linked, service, asked }: Opened): { question: string; answer: string }[] {
	const answers: Answers = storedAnswers(linked.answers);
	return asked.opinion.shows.flatMap((id) => {
		const question = service.form.questions.get(id);
		const answer = question && !question.sealed ? answerInWords(question, answers[id]) : "";
		return question && answer !== "" ? [{ question: question.called ?? question.ask, answer }] : [];
	});
}
