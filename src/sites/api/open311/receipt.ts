import type { Context } from "../../../platform/context/index.ts";
import { dateInWords } from "../../../platform/time/index.ts";
import { giveToken, type Submission, submitRequestIn, tokenOf } from "../../../modules/requests/index.ts";
import { clocksStartedBy, firstStage, type Service } from "../../../modules/services/index.ts";

/** What the sender of a request is told of it, as GeoReport v2 has it: its number, or a token to ask for that with. */
export type Receipt = { service_notice: string | null; account_id: null } & (
	| { service_request_id: string }
	| { token: string }
);

/** Makes the request and, where the service answers later, the token to ask for it by, in one transaction. */
export async function receive(ctx: Context, submission: Submission): Promise<Receipt> {
	const { service } = submission;
	const rest = { service_notice: noticeFor(service, submission, ctx.now), account_id: null };
	return ctx.house.db.transaction().execute(async (tx): Promise<Receipt> => {
		const { id, reference, again } = await submitRequestIn(tx, ctx, submission);
		if (service.definition.open311?.type !== "batch") return { service_request_id: reference, ...rest };
		const token = (again ? await tokenOf(tx, id) : undefined) ?? (await giveToken(tx, ctx, id));
		return { token, ...rest };
	});
}

/** The promise in words and as a day. */
function noticeFor(service: Service, { answers }: Submission, now: Date): string | null {
	const [clock] = clocksStartedBy(service, firstStage(service).id, answers, now);
	return clock ? `${clock.words.replace(/\.$/, "")}, by ${dateInWords(clock.dueAt)}.` : null;
}
