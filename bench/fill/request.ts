/** The rows of one request and of all that happened to it. */
import { nowhere } from "../../src/modules/services/around.ts";
import { randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import { type Answers, isAddress, isPlace } from "../../src/modules/forms/index.ts";
import { publicStageWords, routeFor, type Service, summaryFor } from "../../src/modules/services/index.ts";
import { newReference, readPostcode } from "../../src/platform/formats/index.ts";
import type { Life, Step } from "./life.ts";
import type { Person } from "./people.ts";
import type { Row } from "./rows.ts";

export type Made = {
	service: Service;
	answers: Answers;
	person: Person | undefined;
	channel: "web" | "phone" | "desk" | "email";
	life: Life;
	at: Date;
};

export type Rows = Record<"request" | "clock" | "entry" | "audit" | "event" | "message", Row[]>;

export function rowsOf(made: Made): Rows {
	const id = newId({ msecs: made.at.getTime() });
	const reference = newReference("SR");
	const subject = { id, reference, service: made.service.id };
	const { life, person } = made;
	return {
		request: [requestRow(made, id, reference)],
		clock: life.clocks.map((clock) => ({
			request_id: id,
			clock: clock.clock,
			run: 1,
			started_at: clock.startedAt,
			warn_at: clock.warnAt,
			due_at: clock.dueAt,
			stopped_at: clock.stoppedAt,
			words: clock.words,
		})),
		entry: life.steps.map((step, before) => entryRow(step, before + 1, made, id)),
		audit: life.steps.flatMap((step) => [
			...(step.officer && step.kind !== "note" ? [ledgerRow(step, "request.read", subject, null)] : []),
			ledgerRow(step, `request.${step.kind}`, subject, { stage: step.to?.id ?? step.from.id, outcome: step.outcome }),
		]),
		event: life.steps.map((step) => ({
			id: newId({ msecs: step.at.getTime() }),
			name: `request.${step.kind}`,
			at: step.at,
			subject_id: id,
			correlation: step.id,
			data: { requestId: id, reference, serviceId: made.service.id, entryId: step.id },
		})),
		message: person
			? life.steps
					.filter((step) => step.to)
					.map((step) => ({
						...messageRow(step, person, id, reference),
						confidential: made.service.definition.confidential,
					}))
			: [],
	};
}

function requestRow({ service, answers, person, channel, life, at }: Made, id: string, reference: string): Row {
	const { team, tier, urgent } = routeFor(service, answers, nowhere);
	const closing = life.steps.find((step) => step.kind === "closed");
	const running = life.clocks.filter((clock) => clock.stoppedAt === null && !closing);
	const first = running.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
	const { description, place } = service.definition.register;
	const said = description === undefined ? undefined : answers[description];
	return {
		id,
		reference,
		service_id: service.id,
		service_version: service.version,
		stage: life.stage.id,
		public_stage: life.stage.public,
		tier,
		team_id: team,
		officer_id: life.officer?.id ?? null,
		customer_id: person?.id ?? null,
		channel,
		urgent,
		is_public: service.definition.public,
		confidential: service.definition.confidential,
		summary: summaryFor(service, answers),
		description: typeof said === "string" ? said : "",
		answers,
		...whereOf(place === undefined ? undefined : answers[place]),
		received_at: at,
		changed_at: life.steps.at(-1)?.at ?? at,
		closed_at: closing?.at ?? null,
		warn_at: first?.warnAt ?? null,
		due_at: first?.dueAt ?? null,
		outcome: closing?.outcome ?? null,
		revision: life.steps.length,
		link_salt: `\\x${randomBytes(16).toString("hex")}`,
	};
}

function whereOf(answer: Answers[string] | undefined): Row {
	const none = { latitude: null, longitude: null, address: null, postcode: null, ward: null };
	if (isAddress(answer)) {
		const address = [...answer.lines, answer.town].filter(Boolean).join(", ");
		return { ...none, address, postcode: readPostcode(answer.postcode) ?? null };
	}
	if (!isPlace(answer)) return none;
	return {
		...none,
		latitude: answer.latitude ?? null,
		longitude: answer.longitude ?? null,
		address: answer.street ?? null,
		ward: answer.ward ?? null,
	};
}

function entryRow(step: Step, revision: number, { service, answers }: Made, request: string): Row {
	return {
		id: step.id,
		request_id: request,
		revision,
		at: step.at,
		kind: step.kind,
		...actorOf(step),
		from_stage: step.from.id,
		to_stage: step.to?.id ?? null,
		to_team: step.kind === "received" ? routeFor(service, answers, nowhere).team : null,
		to_officer: step.kind === "taken" ? (step.officer?.id ?? null) : null,
		outcome: step.outcome,
		words: step.words,
		note: step.note,
	};
}

type Subject = { id: string; reference: string; service: string };

function ledgerRow(step: Step, action: string, subject: Subject, after: Row | null): Row {
	return {
		at: step.at,
		...actorOf(step),
		action,
		subject_kind: "request",
		subject_id: subject.id,
		purpose: after ? null : "to work the request",
		correlation: step.id,
		after: after && { reference: subject.reference, ...after },
	};
}

function actorOf({ officer }: Step): Row {
	if (!officer) return { actor_kind: "customer", actor_id: null, actor_name: "Customer" };
	return { actor_kind: "officer", actor_id: officer.id, actor_name: officer.name };
}

function messageRow(step: Step, person: Person, request: string, reference: string): Row {
	const stage = publicStageWords[step.to?.public ?? "received"];
	return {
		id: newId({ msecs: step.at.getTime() }),
		channel: "email",
		customer_id: person.id,
		recipient_name: person.name,
		recipient: person.email,
		template: "request-moved",
		subject: `${stage}: ${reference}`,
		body: `Dear ${person.name}\n\nYour request ${reference} has moved on: ${stage}.\n\n${step.words ?? "We will tell you what happens next."}\n`,
		about_kind: "request",
		about_id: request,
		occasion: `${step.kind} ${step.id}`,
		status: "sent",
		attempts: 1,
		created_at: step.at,
		tried_at: step.at,
		sent_at: step.at,
		carrier: "demo",
		carrier_id: step.id,
	};
}
