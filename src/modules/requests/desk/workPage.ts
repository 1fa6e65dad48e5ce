import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Page, page, type Visit } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import type { Answers, Form, Problem } from "../../forms/index.ts";
import { requestByReference } from "../queries/request.ts";
import { serviceVersion, stageInWords, stageOf } from "../../services/index.ts";
import { roleNames } from "../../staff/index.ts";
import { type FilledIn, readFilledIn } from "../actions/fillIn.ts";
import { movesFor, outcomesFor } from "../rules/moves.ts";
import { asksView, problemsIn, takesFiles } from "./asks.ts";
import { keptProps } from "./keptFiles.ts";
import { formProps } from "./formProps.ts";
import type { FormProps, Typed, Wrong } from "./forms.views.ts";
import { lineOf } from "./happened.ts";
import { refusalWords, type WorkRefusal } from "./refusals.ts";
import { readRequest } from "./request.routes.ts";
import type { Read } from "./requestProps.ts";
import { type Doing, doingWords, workView, type WorkProps } from "./work.views.ts";
import { stageTag } from "./words.ts";

type Asked = {
	doing: Doing;
	reference: string;
	visit: Visit;
	typed: Typed;
	filledIn: FilledIn;
	/** Files that were added to what is filled in. */
	kept: Answers;
	refusal?: WorkRefusal;
	/** Nothing was to be done yet: files were added, taken away, or could not be taken in. */
	problems?: readonly Problem[];
};

/** The page of an action. After a refusal its form holds what was typed, and the revision of now: the officer has seen what happened meanwhile. */
export async function workPage(ctx: OfficerContext, asked: Asked): Promise<Page> {
	const { doing, reference, visit, typed, refusal, problems } = asked;
	const read = await readRequest(ctx, reference, { offersOfficers: doing === "assignment" });
	const { request, service } = read;
	const chosen = chosenOf(ctx, read, doing, typed);
	// Whoever has just chosen what asks something has not seen its questions yet: they are the next page, and nothing is wrong.
	const asksNow = refusal?.code === "answers-needed" && chosen?.id !== typed.asked;
	const unfit =
		problems && problems.length > 0
			? { at: undefined, refused: { errors: problemsIn({ problems }), since: [] } }
			: undefined;
	const wrong = refusal === undefined || asksNow ? unfit : wrongOf(ctx, read, refusal, typed);
	return page({
		title: `${doingWords[doing]} · ${reference}`,
		...(wrong ? { wrong: true, status: refusal?.code === "changed-meanwhile" ? 409 : 422 } : {}),
		before: backLink({ text: "Back to the request", href: `/desk/requests/${reference}` }),
		current: "queue",
		main: workView({
			doing,
			summary: request.summary,
			stage: stageTag(request.publicStage, stageOf(service, request.stage)?.name),
			form: formProps({
				now: ctx.now,
				...read,
				roles: ctx.actor.roles,
				csrf: visit.csrf(),
				typed: refusal || problems ? typed : { ...typed, ...prefill(read, doing, typed.to) },
				wrong: wrong?.at,
				chosen: chosen && {
					...chosen,
					questions: questionsOf(ctx, chosen.form, asked, asksNow),
					takesFiles: takesFiles(chosen.form),
				},
			}),
			refused: wrong?.refused,
		}),
	});
}

type Chosen = Omit<NonNullable<FormProps["chosen"]>, "questions" | "takesFiles"> & { form: Form };

/** The questions of what was chosen on the form of an action, of a request that the officer may know of. */
export async function formChosen(ctx: OfficerContext, reference: string, doing: Doing, typed: Typed) {
	if (doing !== "moves" && doing !== "closure") return undefined;
	const request = await requestByReference(ctx.house.db, ctx.actor, reference);
	if (!request) throw new NotFound("There is no request with this reference.");
	const service = await serviceVersion(ctx.house, request.serviceId, request.serviceVersion);
	return chosenOf(ctx, { request, service }, doing, typed)?.form;
}

/** The stage or outcome that was chosen, when it asks something. */
function chosenOf(
	ctx: OfficerContext,
	{ request, service }: Pick<Read, "request" | "service">,
	doing: Doing,
	typed: Typed,
): Chosen | undefined {
	const { roles } = ctx.actor;
	if (doing === "moves") {
		const stage = movesFor(service, request.stage, roles).find(({ id }) => id === typed.to);
		const form = stage && service.asks.stages.get(stage.id);
		return form && { id: stage.id, name: stage.name, words: stageInWords(stage), needsMessage: false, form };
	}
	if (doing !== "closure") return undefined;
	const outcome = outcomesFor(service, request.stage, roles).find(({ id }) => id === typed.outcome);
	const form = outcome && service.asks.outcomes.get(outcome.id);
	return form && { ...outcome, needsMessage: outcome["needs-message"], form };
}

/** As they were typed; what is wrong with them is shown when that is why the form came back. */
function questionsOf(ctx: OfficerContext, form: Form, asked: Asked, asksNow: boolean) {
	const { filledIn, kept, refusal, reference, doing } = asked;
	const read = readFilledIn(ctx, form, filledIn, kept);
	const problems = refusal?.code === "answers-needed" && !asksNow ? read.problems : (asked.problems ?? []);
	const at = { reference, path: `/desk/requests/${reference}/${doing}` };
	return asksView(form, { ...read, problems }, keptProps(ctx, at, form, kept));
}

type WrongPage = { at: Wrong; refused: NonNullable<WorkProps["refused"]> };

function wrongOf(ctx: OfficerContext, { service, people }: Read, refusal: WorkRefusal, typed: Typed): WrongPage {
	if (refusal.code === "answers-needed")
		return { at: undefined, refused: { errors: problemsIn(refusal.details), since: [] } };
	const words = refusalWords[refusal.code];
	const field = words.field ?? (refusal.code === "too-long" ? tooLongField(typed) : undefined);
	const says = saysOf(ctx, refusal);
	const since = refusal.code === "changed-meanwhile" ? refusal.details.since : [];
	return {
		at: field === undefined ? undefined : { field, says },
		refused: {
			errors: [{ text: says, ...(field === undefined ? {} : { href: `#${field}` }) }],
			since: since.map((entry) => lineOf(service, people.teams, entry, ctx.actor.id)),
		},
	};
}

/** With the facts, where the words have some. */
function saysOf(ctx: OfficerContext, refusal: WorkRefusal): string {
	if (refusal.code === "not-your-role") return onlyFor(ctx, refusal.details.by);
	if (refusal.code === "tasks-first") return tasksFirst(refusal.details.tasks);
	return refusalWords[refusal.code].says;
}

/** Which tasks are still to be done. */
function tasksFirst(tasks: readonly string[]): string {
	return tasks.length === 1
		? `First do the task “${tasks.join()}”, or set it aside with a reason`
		: `First do these tasks, or set them aside with a reason: ${tasks.join(", ")}`;
}

/** For officers who may not: who may. */
export function onlyFor(ctx: OfficerContext, roles: readonly string[]): string {
	return `Only these officers may do this: ${roleNames(ctx.house, roles).join(", ")}`;
}

/** The officer to change from, and for a stage that a link names, what the customer will read. */
function prefill({ request, service }: Read, doing: Doing, to: string): Partial<Typed> {
	if (doing === "assignment") return { officer: request.officerId ?? "" };
	const stage = doing === "moves" ? stageOf(service, to) : undefined;
	return stage ? { message: stageInWords(stage) } : {};
}

function tooLongField(typed: Typed): string | undefined {
	const fields = ["message", "note", "reason"] as const;
	return fields.toSorted((a, b) => typed[b].length - typed[a].length)[0];
}
