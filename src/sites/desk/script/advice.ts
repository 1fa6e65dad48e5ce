import type { OfficerContext } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import type { Html } from "../../../platform/html/html.ts";
import { type Draft, stopAfter } from "../../../modules/forms/index.ts";
import { checks, publicService, risks, type Service } from "../../../modules/services/index.ts";
import { nearbyTo } from "../../public/journey/shared.ts";
import { nearbyView, riskView, stopView } from "./advice.views.ts";
import type { Screen } from "./screen.ts";

/** What the answers to each page lead to, and whether one of them ends it: then nothing is sent. */
export type Advice = { readonly after: ReadonlyMap<string, readonly Html[]>; readonly ends: boolean };

type Where = { service: Service; draft: Pick<Draft, "answers"> };

/** Looks at each page of a screen that has an answer. */
export async function adviceOn(ctx: OfficerContext, { service, read }: Screen): Promise<Advice> {
	const { answers, pages } = read;
	const answered = pages.filter(({ questions }) => questions.some(({ id }) => answers[id] !== undefined));
	const where = { service, draft: { answers } };
	const found = await Promise.all(answered.map(async ({ id }) => ({ id, ...(await adviceAfter(ctx, where, id)) })));
	return {
		after: new Map(found.map(({ id, views }) => [id, views])),
		ends: found.some(({ ends }) => ends),
	};
}

async function adviceAfter(ctx: OfficerContext, where: Where, page: string): Promise<{ views: Html[]; ends: boolean }> {
	const { service, draft } = where;
	const council = councilPart.of(ctx.house);
	const found = risks.onPage(ctx.house, service, page, draft.answers);
	const stop = stopAfter(service.form, page, draft.answers);
	const [check, near] = await Promise.all([
		checks.adviceOf(ctx, service, page, draft.answers),
		nearbyTo(ctx, where, page),
	]);
	const told = [stop, check].filter((one) => one !== undefined);
	const help = (id: string) => (id === service.id ? undefined : publicService(ctx.house, id)?.definition);
	const views = [
		...found.map((risk) => riskView(risk, risk.offer === undefined ? undefined : help(risk.offer), council, ctx.now)),
		...told.map((one) => stopView(one, council, ctx.now)),
		...(near.length > 0 ? [nearbyView(near, ctx.now)] : []),
	];
	return { views, ends: told.some((one) => one.continue === undefined) };
}
