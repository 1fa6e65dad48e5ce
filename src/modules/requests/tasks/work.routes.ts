/** What an officer does with the tasks of one request: gives one, has it done, sets it aside. */
import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, deskRoute, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import type { Answers, Problem } from "../../forms/index.ts";
import { type FilledIn, readFilledIn } from "../actions/fillIn.ts";
import { asksView, problemsIn, takesFiles, typedForQuestions } from "../desk/asks.ts";
import { keptIn, keptProps, takeKept } from "../desk/keptFiles.ts";
import { refusalWords, type WorkRefusal } from "../desk/refusals.ts";
import type { Done } from "../desk/request.routes.ts";
import { readRequest } from "../desk/request.routes.ts";
import type { Read } from "../desk/requestProps.ts";
import { onlyFor } from "../desk/workPage.ts";
import { isSeenBy } from "../queries/request.ts";
import { fileLimits } from "../sheet/files.ts";
import { stepShape } from "../sheet/page.ts";
import { completeTask, giveTask, setTaskAside } from "./actions.ts";
import { tasksToGive } from "./rules.ts";
import { givingView, taskView, type Ending, type TaskProps } from "./work.views.ts";

const reference = z.string().max(60);
const written = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string()).catch("");

const giving: Route[] = [
	deskRoute({
		method: "GET",
		path: "/desk/requests/:reference/tasks",
		may: "requests.work",
		params: z.object({ reference }),
		handle: (ctx, { params, visit }) => givingPage(ctx, params.reference, visit),
	}),
	deskRoute({
		method: "POST",
		path: "/desk/requests/:reference/tasks",
		may: "requests.work",
		params: z.object({ reference }),
		form: z.object({ task: written }),
		async handle(ctx, { params, form, visit }) {
			const given = await giveTask(ctx, params.reference, form.task);
			if (isRefusal(given)) return givingPage(ctx, params.reference, visit, refusalWords[given.code].says);
			return back(ctx, params.reference, "task-given");
		},
	}),
];

async function givingPage(ctx: OfficerContext, of: string, visit: Visit, wrong?: string): Promise<Answer> {
	const { request, service } = await readRequest(ctx, of, { offersOfficers: false });
	return page({
		title: `Give a task · ${of}`,
		...(wrong === undefined ? {} : { wrong: true, status: 422 }),
		before: backLink({ text: "Back to the request", href: `/desk/requests/${of}` }),
		current: "queue",
		main: givingView({
			reference: of,
			summary: request.summary,
			csrf: visit.csrf(),
			tasks: tasksToGive(service, request.tasks).map(({ id, name, does }) => ({ id, name, does })),
			wrong,
		}),
	});
}

/** The page of the end of a task, and the form that it posts. */
function endingRoutes(
	noun: Ending,
	done: Done,
	end: (ctx: OfficerContext, of: TaskOf, typed: Typed) => Promise<object | WorkRefusal>,
): Route[] {
	const path = `/desk/requests/:reference/tasks/:task/${noun}`;
	const params = z.object({ reference, task: z.string().max(60) });
	return [
		deskRoute({
			method: "GET",
			path,
			may: "requests.work",
			params,
			handle: (ctx, { params: { reference: of, task }, visit }) =>
				endingPage(ctx, { noun, reference: of, id: task, visit, typed: { words: "", filledIn: {}, kept: {} } }),
		}),
		deskRoute({
			method: "POST",
			path,
			may: "requests.work",
			params,
			query: stepShape,
			files: fileLimits,
			form: z.looseObject({ words: written }),
			async handle(ctx, { params: { reference: of, task }, query: { stay, remove }, form, files, visit }) {
				const { asks } = await found(ctx, of, task, noun);
				const before = asks ? await keptIn(ctx, of, asks, form, remove) : {};
				const now = { files, address: visit.address };
				const { held: kept, problems } = asks ? await takeKept(ctx, asks, before, now) : { held: {}, problems: [] };
				const typed = { words: form.words, filledIn: typedForQuestions(form), kept };
				const asked = { noun, reference: of, id: task, visit, typed };
				if (stay || remove !== "" || problems.length > 0) return endingPage(ctx, { ...asked, problems });
				const ended = await end(ctx, { reference: of, id: task }, typed);
				if (isRefusal(ended)) return endingPage(ctx, { ...asked, refusal: ended });
				return back(ctx, of, done);
			},
		}),
	];
}

type TaskOf = { reference: string; id: string };
type Typed = { words: string; filledIn: FilledIn; kept: Answers };
type Asked = TaskOf & {
	noun: Ending;
	visit: Visit;
	typed: Typed;
	refusal?: WorkRefusal;
	/** Nothing was to be done yet: files were added, taken away, or could not be taken in. */
	problems?: readonly Problem[];
};

/** The task, of a request that the officer may know of, and what it asks when it is done. Throws `NotFound`. */
async function found(ctx: OfficerContext, of: string, id: string, noun: Ending) {
	const read = await readRequest(ctx, of, { offersOfficers: false });
	const run = read.request.tasks.find((one) => one.id === id);
	const task = run && read.service.definition.tasks.find((one) => one.id === run.task);
	if (!run || !task) throw new NotFound("There is no such task.");
	return { read, run, task, asks: noun === "completion" ? read.service.asks.tasks.get(task.id) : undefined };
}

async function endingPage(ctx: OfficerContext, asked: Asked): Promise<Answer> {
	const { noun, reference: of, id, visit, typed, refusal } = asked;
	const { read, run, task, asks: form } = await found(ctx, of, id, noun);
	if (run.endedAt !== null && !refusal) return redirect(`/desk/requests/${of}#tasks`);
	const filled = form && readFilledIn(ctx, form, typed.filledIn, typed.kept);
	const problems = refusal?.code === "answers-needed" ? (filled?.problems ?? []) : (asked.problems ?? []);
	const at = { reference: of, path: `/desk/requests/${of}/tasks/${id}/${noun}` };
	return page({
		title: `${task.name} · ${of}`,
		...(refusal || problems.length > 0 ? { wrong: true, status: 422 } : {}),
		before: backLink({ text: "Back to the request", href: `/desk/requests/${of}` }),
		current: "tasks",
		main: taskView({
			noun,
			reference: of,
			id,
			csrf: visit.csrf(),
			summary: read.request.summary,
			name: task.name,
			does: task.does,
			teamName: teamNameOf(read, run.teamId),
			due: run,
			now: ctx.now,
			words: typed.words,
			questions:
				form && filled ? asksView(form, { ...filled, problems }, keptProps(ctx, at, form, typed.kept)) : undefined,
			takesFiles: form !== undefined && takesFiles(form),
			errors: refusal ? errorsOf(ctx, refusal, problems) : problemsIn({ problems }),
		}),
	});
}

function teamNameOf({ people }: Read, id: string): string {
	return people.teams.find((team) => team.id === id)?.name ?? id;
}

function errorsOf(
	ctx: OfficerContext,
	refusal: WorkRefusal,
	problems: Parameters<typeof problemsIn>[0]["problems"],
): TaskProps["errors"] {
	if (refusal.code === "answers-needed") return problemsIn({ problems });
	if (refusal.code === "not-your-role") return [{ text: onlyFor(ctx, refusal.details.by) }];
	const text = refusalWords[refusal.code].says;
	return [refusal.code === "reason-needed" || refusal.code === "too-long" ? { text, href: "#words" } : { text }];
}

async function back(ctx: OfficerContext, of: string, done: Done): Promise<Answer> {
	const still = await isSeenBy(ctx.house.db, ctx.actor, of);
	return redirect(still ? `/desk/requests/${of}?done=${done}` : "/desk/tasks");
}

export const taskWork: readonly Route[] = [
	...giving,
	...endingRoutes("completion", "task-done", (ctx, of, { words, ...filled }) =>
		completeTask(ctx, of, { note: words, ...filled }),
	),
	...endingRoutes("setting-aside", "task-set-aside", (ctx, of, { words }) => setTaskAside(ctx, of, words)),
];
