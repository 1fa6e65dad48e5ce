import { validate as isId } from "uuid";
import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, deskRoute, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import type { Answers } from "../../forms/index.ts";
import { spanInWords } from "../../services/index.ts";
import { reachesWhom } from "../desk/formProps.ts";
import { lineOf } from "../desk/happened.ts";
import { readRequest } from "../desk/request.routes.ts";
import { mayReadSealed } from "../rules/sealed.ts";
import { heldFile, sheetView, stepShape } from "../sheet/page.ts";
import { openAnswers, pageAt, readPosted } from "../sheet/sheet.ts";
import { answerQuestion, holdAnswers } from "./answer.ts";
import { askQuestion, own, type Question } from "./ask.ts";
import { askView, withdrawView } from "./ask.views.ts";
import { type Asking, askedFor } from "./asking.ts";
import { type AskRefusal, askRefusals } from "./refusals.ts";
import { withdrawQuestion } from "./withdraw.ts";

const path = "/desk/requests/:reference/questions";
const may = "requests.work";
const params = z.object({ reference: z.string().max(60) });
const ofOne = params.extend({ asking: z.string().max(60) });
const first = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string()).catch("");
const typedShape = z.object({ revision: z.coerce.number().int().catch(0), set: first, question: first, days: first });

export const askingRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path,
		may,
		params,
		handle: (ctx, { params, visit }) => askPage(ctx, visit, params.reference, { set: "", question: "", days: "14" }),
	}),
	deskRoute({
		method: "POST",
		path,
		may,
		params,
		form: typedShape,
		async handle(ctx, { params: { reference }, form: { revision, ...asked }, visit }) {
			const outcome = await askQuestion(ctx, { reference, revision }, asked);
			if (isRefusal(outcome)) return askPage(ctx, visit, reference, asked, outcome);
			return redirect(`/desk/requests/${reference}?done=asked`);
		},
	}),
	deskRoute({
		method: "GET",
		path: `${path}/:asking/withdrawal`,
		may,
		params: ofOne,
		async handle(ctx, { params, visit }) {
			const { asking, name } = await found(ctx, params);
			if (asking.state !== "open") return redirect(`/desk/requests/${params.reference}`);
			return page({
				title: `Withdraw the question · ${params.reference}`,
				current: "queue",
				main: withdrawView({
					reference: params.reference,
					action: `/desk/requests/${params.reference}/questions/${params.asking}/withdrawal`,
					csrf: visit.csrf(),
					heading: "Withdraw the question",
					says: [
						asking.questionSet === null ? (asking.question ?? name) : name,
						"The customer is told that they need not answer. The request goes back to the stage it came from, if it is still waiting.",
					],
					button: "Withdraw the question",
				}),
			});
		},
	}),
	deskRoute({
		method: "POST",
		path: `${path}/:asking/withdrawal`,
		may,
		params: ofOne,
		async handle(ctx, { params: { reference, asking } }) {
			const outcome = await withdrawQuestion(ctx, reference, asking);
			return redirect(`/desk/requests/${reference}${isRefusal(outcome) ? "" : "?done=question-withdrawn"}`);
		},
	}),
	deskRoute({
		method: "GET",
		path: `${path}/:asking/answers`,
		may,
		params: ofOne,
		query: stepShape,
		async handle(ctx, { params, query, visit }) {
			const { asking, asked, readable } = await found(ctx, params);
			if (asking.state !== "open") return redirect(`/desk/requests/${params.reference}`);
			const sheet = { form: asked.form, held: asking.held };
			const held = readable(asking.held);
			return answerPage(visit, params, { page: pageAt(sheet, query.page), held, say: asked.say });
		},
	}),
	deskRoute({
		method: "POST",
		path: `${path}/:asking/answers`,
		may,
		params: ofOne,
		query: stepShape,
		files: { most: 15, bytes: 15 * 1024 * 1024 },
		form: z.record(z.string(), z.unknown()),
		async handle(ctx, { params, query, form, files, visit }) {
			const { asking, asked, readable } = await found(ctx, params);
			const sheet = { form: asked.form, held: asking.held };
			const { held, page: shown, next } = await readPosted(ctx, sheet, query, form, { files, address: visit.address });
			await holdAnswers(ctx, asking.id, held);
			if (next.kind === "again")
				return answerPage(visit, params, { page: shown, held: readable(held), say: asked.say, ...next });
			const here = `/desk/requests/${params.reference}`;
			if (next.kind === "page") return redirect(`${here}/questions/${asking.id}/answers?page=${next.id}`);
			const outcome = await answerQuestion(ctx, params.reference, asking.id, held);
			return redirect(isRefusal(outcome) ? here : `${here}?done=answer-kept`);
		},
	}),
	deskRoute({
		method: "GET",
		path: `${path}/:asking/answers/files/:file`,
		may,
		params: ofOne.extend({ file: z.string().max(60) }),
		async handle(ctx, { params }) {
			const { asking, readable } = await found(ctx, params);
			return heldFile(ctx, readable(asking.held), params.file);
		},
	}),
];

/**
 * The question, of a request that the officer may know of; the reading is in the ledger. `readable` is what they may read of what
 * the customer has answered so far: it is kept whole, but what is sealed is not shown to them.
 */
async function found(ctx: OfficerContext, { reference, asking: id }: z.infer<typeof ofOne>) {
	const { request, service } = await readRequest(ctx, reference, { offersOfficers: false });
	const asking: Asking | undefined = isId(id) ? request.askings.find((one) => one.id === id) : undefined;
	if (!asking) throw new NotFound("This was not asked.");
	const asked = askedFor(service, asking);
	const maySee = mayReadSealed(ctx.actor, request);
	const readable = (held: Answers): Answers => (maySee ? held : openAnswers(asked.form, held));
	return { asking, asked, name: asked.name, readable };
}

async function askPage(
	ctx: OfficerContext,
	visit: Visit,
	reference: string,
	typed: Question,
	refusal?: AskRefusal,
): Promise<Answer> {
	const { request, service, people, customer } = await readRequest(ctx, reference, { offersOfficers: false });
	const words = refusal && askRefusals[refusal.code];
	const since = refusal?.code === "changed-meanwhile" ? refusal.details.since : [];
	const sets = [...service.asksCustomer.values()].map(({ set, form }) => ({
		id: set.id,
		name: set.name,
		hint: `They read: ${set.say} They answer: ${[...form.questions.values()].map((one) => one.ask).join("; ")}. They have ${spanInWords(set.within)}.`.replaceAll(
			"?.",
			"?",
		),
	}));
	return page({
		title: `Ask the customer · ${reference}`,
		...(refusal ? { wrong: true, status: refusal.code === "changed-meanwhile" ? 409 : 422 } : {}),
		before: backLink({ text: "Back to the request", href: `/desk/requests/${reference}` }),
		current: "queue",
		main: askView({
			reference,
			revision: request.revision,
			summary: request.summary,
			csrf: visit.csrf(),
			sets,
			typed: sets.some(({ id }) => id === typed.set) ? typed : { ...typed, set: typed.set === "" ? "" : own },
			reaches:
				reachesWhom(customer) ??
				"They left no email address and no telephone number. They get a letter if we know their address. You can write down their answer for them.",
			refused: words && {
				says: refusal.code === "cannot-wait-there" ? `${words.says}. ${refusal.details.because}` : words.says,
				field: words.field,
				since: since.map((entry) => lineOf(service, people.teams, entry, ctx.actor.id)),
			},
		}),
	});
}

type Answering = Pick<Parameters<typeof sheetView>[1], "page" | "held" | "typed" | "problems"> & { say: string };

function answerPage(visit: Visit, { reference, asking }: z.infer<typeof ofOne>, { say, ...shown }: Answering): Answer {
	const wrong = (shown.problems ?? []).length > 0;
	return page({
		title: `Write down the answer · ${reference}`,
		before: backLink({ text: "Back to the request", href: `/desk/requests/${reference}` }),
		current: "queue",
		main: sheetView(visit, {
			...shown,
			path: `/desk/requests/${reference}/questions/${asking}/answers`,
			caption: `${reference} · written down for the customer`,
			intro: say,
			send: "Write down the answer",
		}),
		...(wrong ? { wrong, status: 422 } : {}),
	});
}
