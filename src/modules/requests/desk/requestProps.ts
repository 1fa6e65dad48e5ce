import type { OfficerContext } from "../../../platform/context/index.ts";
import { html, nothing } from "../../../platform/html/html.ts";
import { poundsAndPence } from "../../../platform/money/index.ts";
import { dateTimeInWords, shortDate } from "../../../platform/time/index.ts";
import { type Customer, customerSummary } from "../../customers/index.ts";
import { messageLog, type MessageLine } from "../../messages/index.ts";
import { pointMap, wardNames } from "../../places/index.ts";
import { fees, outcomeOf, risks, type Service, stageInWords, stageOf } from "../../services/index.ts";
import type { Named } from "./named.ts";
import type { Entry } from "../queries/history.ts";
import type { Other, Request } from "../queries/request.ts";
import { mayReadSealed } from "../rules/sealed.ts";
import { clockOfRun } from "../rules/filled.ts";
import { movesFor } from "../rules/moves.ts";
import { comingCards } from "../automation/coming.ts";
import { askingCards } from "../asking/cards.ts";
import { opinionCards } from "../opinions/cards.ts";
import { askedCards } from "../sheet/cards.views.ts";
import { type TaskLine, taskPanel } from "../tasks/panel.views.ts";
import { tasksToGive } from "../tasks/rules.ts";
import type { TaskRun } from "../tasks/run.ts";
import { explainDue } from "../rules/explain.ts";
import { ageInWords, byWhen, runState } from "../rules/promise.ts";
import { answerLines } from "./asks.ts";
import { formProps, nothingTyped } from "./formProps.ts";
import { titleOf } from "./happened.ts";
import { type PromiseLine, type RequestProps, type TimelineLine } from "./request.views.ts";
import { formOf, readableUploads } from "./uploads.ts";
import { dueCell, marks, riskMarks, stageTag } from "./words.ts";

export type Read = {
	request: Request;
	service: Service;
	messages: readonly MessageLine[];
	customer: Customer | undefined;
	others: readonly Other[];
	people: { teams: readonly Named[]; officers: readonly Named[] };
};

export function requestProps(ctx: OfficerContext, read: Read, csrf: string, done: string | undefined): RequestProps {
	const { request, service, people, customer } = read;
	const may = {
		work: ctx.actor.permissions.has("requests.work"),
		handOver: ctx.actor.permissions.has("requests.hand-over"),
	};
	const open = request.closedAt === null;
	const { roles } = ctx.actor;
	const [next] = open ? movesFor(service, request.stage, roles) : [];
	const message = next ? stageInWords(next) : "";
	const form = formProps({
		request,
		service,
		people,
		customer,
		roles,
		csrf,
		now: ctx.now,
		typed: { ...nothingTyped, message },
	});
	const uploads = readableUploads(ctx, request, service);
	return {
		reference: request.reference,
		serviceName: service.definition.name,
		summary: request.summary,
		marks: html`${riskMarks(request.risks.map((risk) => risks.nameOf(ctx.house, risk)))}${marks(request)}`,
		stage: stageTag(request.publicStage, stageOf(service, request.stage)?.name),
		promise: open ? dueCell(request, ctx.now) : html`Closed ${shortDate(request.closedAt ?? request.changedAt)}`,
		age: ageInWords(request.receivedAt, ctx.now),
		customerName: customer?.name || "Not given",
		done,
		open,
		mine: request.officerId === ctx.actor.id,
		owner: request.officerName ?? "Nobody yet",
		teamName: request.teamName,
		next,
		form,
		may,
		links: [
			...linksOf(request, open, may.handOver, next !== undefined, form.extensions.length > 0),
			...(open && service.opinions.size > 0
				? [{ text: "Ask for an opinion", href: `/desk/requests/${request.reference}/opinions` }]
				: []),
		],
		promises: promisesOf(request, service, ctx.now),
		noPromise: "No date was promised.",
		customer: customerCard(ctx, customer, request.reference),
		others: read.others.map((other) => ({
			reference: other.reference,
			summary: other.summary,
			stage: stageTag(other.publicStage),
			received: shortDate(other.receivedAt),
		})),
		tasks: taskPanel({
			lines: tasksOf(request, service, people.teams, may.work),
			give:
				may.work && open && tasksToGive(service, request.tasks).length > 0
					? `/desk/requests/${request.reference}/tasks`
					: undefined,
			now: ctx.now,
		}),
		...answersOf(ctx, request, service),
		place: placeOf(ctx, request),
		facts: factsOf(request, service),
		photos: uploads.map(({ id, name }) => ({ id, name })),
		asked: html`${askedCards("What happens by itself", comingCards(ctx, request, service))}${askedCards("Asked of the customer", askingCards(ctx, request, service))}${askedCards("Opinions and updates from others", opinionCards(ctx, request, service))}`,
		timeline: request.entries.toReversed().map(
			(entry): TimelineLine => ({
				id: entry.id,
				title: titleOf(service, people.teams, entry),
				by: entry.actorId === ctx.actor.id ? "you" : entry.actorName,
				at: entry.at,
				words: entry.words,
				// Why it was sent to its team is in the title.
				note: entry.kind === "received" ? null : entry.note,
				...filledInWith(ctx, request, service, entry),
				gave: request.tasks
					.filter((task) => task.givenEntry === entry.id && entry.task === null)
					.map((run) => taskNamed(service, run)),
				photos: entry.kind === "received" ? [] : uploads.filter((photo) => photo.entryId === entry.id),
			}),
		),
		messages: messageLog(ctx.actor, read.messages, "No messages were sent yet."),
	};
}

function linksOf(
	request: Request,
	open: boolean,
	mayHandOver: boolean,
	hasMoves: boolean,
	mayExtend: boolean,
): RequestProps["links"] {
	const link = (noun: string, text: string) => ({ text, href: `/desk/requests/${request.reference}/${noun}` });
	if (!open) return [link("reopening", "Reopen")];
	return [
		...(hasMoves ? [link("moves", "Move to another stage")] : []),
		link("closure", "Close"),
		link("questions", "Ask the customer"),
		link("assignment", "Assign"),
		...(mayHandOver ? [link("hand-overs", "Hand over")] : []),
		...(mayExtend ? [link("extensions", "Make a promise longer")] : []),
		...(request.publicStage === "acted-on" ? [link("reopening", "Reopen")] : []),
	];
}

function promisesOf(request: Request, service: Service, now: Date): PromiseLine[] {
	return request.clocks.toReversed().map((run) => ({
		words: run.words,
		due: run.pausedAt === null ? `By ${byWhen(run.dueAt)}` : `Paused. Before that it was due by ${byWhen(run.dueAt)}`,
		state: runState(run, now),
		ended: run.stoppedAt === null ? null : `Ended on ${dateTimeInWords(run.stoppedAt)}`,
		how: explainDue(run, clockOfRun(service, { ...request, happened: request.entries }, run), now),
	}));
}

function taskNamed(service: Service, { task }: TaskRun): string {
	return service.definition.tasks.find(({ id }) => id === task)?.name ?? task;
}

/** What is open first, each part in the order it was given. */
function tasksOf(request: Request, service: Service, teams: readonly Named[], mayWork: boolean): TaskLine[] {
	const open = request.tasks.filter((run) => run.endedAt === null);
	const ended = request.tasks.filter((run) => run.endedAt !== null);
	return [...open, ...ended].map((run) => {
		const task = service.definition.tasks.find(({ id }) => id === run.task);
		return {
			...run,
			name: task?.name ?? run.task,
			does: task?.does ?? "",
			teamName: teams.find(({ id }) => id === run.teamId)?.name ?? run.teamId,
			href: mayWork ? `/desk/requests/${request.reference}/tasks/${run.id}/completion` : undefined,
			holds: task !== undefined && task.before.length > 0,
		};
	});
}

function customerCard(ctx: OfficerContext, customer: Customer | undefined, reference: string) {
	if (!customer) return html`<p class="govuk-body">They did not say who they are.</p>`;
	if (ctx.actor.permissions.has("customers.read")) return customerSummary(customer, reference);
	return html`<p class="govuk-body">${customer.name || "Name not given"}</p>`;
}

/** What stands in the customer's card and among the photos. */
const shownElsewhere: ReadonlySet<string> = new Set(["photos", "name", "email", "phone"]);

/** In the order they were asked. What is sealed is only counted for whoever may not read it. */
function answersOf(ctx: OfficerContext, request: Request, service: Service) {
	const asked = [...service.form.questions.values()].filter(({ kind }) => !shownElsewhere.has(kind));
	return answerLines(asked, request.answers, mayReadSealed(ctx.actor, request), request.sources);
}

/** What the officer filled in with a step. */
function filledInWith(ctx: OfficerContext, request: Request, service: Service, entry: Entry) {
	const form = entry.answers === null ? undefined : formOf(service, entry);
	if (!form || entry.answers === null) return { answers: [], sealed: 0 };
	return answerLines(form.questions.values(), entry.answers, mayReadSealed(ctx.actor, request));
}

function placeOf(ctx: OfficerContext, request: Request): RequestProps["place"] {
	const { address, postcode, latitude, longitude, ward } = request;
	return {
		address,
		postcode,
		ward: ward === null ? null : (wardNames(ctx.house).find(({ code }) => code === ward)?.name ?? ward),
		point: latitude === null || longitude === null ? null : `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`,
		map: latitude === null || longitude === null ? nothing : pointMap(ctx.house, { latitude, longitude }),
	};
}

const channelWords: Readonly<Record<string, string>> = {
	web: "the website",
	desk: "the desk",
	phone: "telephone",
	open311: "another system",
	email: "email",
	kiosk: "a kiosk",
};

function sight({ isPublic, confidential }: Request): string {
	if (confidential) return "No, and of the council only the team that has it";
	return isPublic ? "Yes, that it is there and where" : "No";
}

function factsOf(request: Request, service: Service): RequestProps["facts"] {
	const { clientName, clientReference, outcome } = request;
	const from =
		clientName === null ? [] : [{ name: "From", value: [clientName, clientReference].filter(Boolean).join(", ") }];
	const ended = outcome === null ? [] : [{ name: "Outcome", value: outcomeOf(service, outcome)?.name ?? outcome }];
	const cost = fees.costOf(service, request.answers, request.receivedAt);
	return [
		...ended,
		...(cost
			? [{ name: "Costs", value: `${poundsAndPence(cost.total)} (${service.definition.fee?.ledger ?? ""})` }]
			: []),
		{ name: "Tier", value: String(request.tier) },
		{ name: "Received", value: dateTimeInWords(request.receivedAt) },
		{ name: "By", value: channelWords[request.channel] ?? request.channel },
		...from,
		{ name: "Followers", value: String(request.followers) },
		{ name: "Others may see it", value: sight(request) },
	];
}
