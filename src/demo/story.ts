/** The life of one request in the demonstration, told with the verbs that officers and customers use themselves. */
import { randomUUID } from "node:crypto";
import { type Actor, type House, type OfficerActor, type OfficerContext, visitor } from "../platform/context/index.ts";
import { isRefusal, type Refusal } from "../platform/refusal/index.ts";
import { addDays, isWorkingDay, londonDate, londonInstant } from "../platform/time/index.ts";
import {
	addNote,
	closeRequest,
	handOverRequest,
	moveRequest,
	sayNotFixed,
	submitRequest,
	takeRequest,
} from "../modules/requests/index.ts";
import type { Answers } from "../modules/forms/index.ts";
import {
	firstStage,
	movesFrom,
	outcomeOf,
	routeFor,
	type Service,
	type Stage,
	stageOf,
	surroundings,
} from "../modules/services/index.ts";
import { type Person, someAnswers } from "./answers.ts";
import type { Chance } from "./chance.ts";
import type { DemoData } from "./data.ts";
import { someFilledIn } from "./filledIn.ts";

export type Cast = {
	house: House;
	data: DemoData;
	officers: readonly OfficerActor[];
	luck: Chance;
	/** Nothing happens after this instant. */
	now: Date;
};

/** Tells one life from its first day as far as it has got by now. */
export async function liveThrough(cast: Cast, service: Service, person: Person, receivedAt: Date): Promise<void> {
	const { house, data, luck } = cast;
	const answers = someAnswers(house, data, service, person, receivedAt, luck);
	const customer = {
		name: person.name,
		...(person.email ? { email: person.email } : {}),
		...(person.phone ? { phone: person.phone } : {}),
	};
	const received = await submitRequest(at(house, visitor, receivedAt), {
		service,
		answers,
		customer,
		channel: luck.happens(0.15) ? "phone" : "web",
	});
	const life = new Life(cast, service, received.reference, sentTo(house, service, answers, receivedAt), receivedAt);
	await life.work();
}

/** The team that routing gives it to. */
function sentTo(house: House, service: Service, answers: Answers, receivedAt: Date): string {
	const place = answers[service.definition.register.place ?? ""];
	const ward = typeof place === "object" && "ward" in place && typeof place.ward === "string" ? place.ward : null;
	return routeFor(service, answers, surroundings(house, ward, receivedAt)).team;
}

class Life {
	readonly #cast: Cast;
	readonly #service: Service;
	readonly #reference: string;
	#team: string;
	#stage: Stage;
	#revision = 1;
	#clock: Date;
	/** Working days between one step and the next: some teams are quick and some are stuck. */
	readonly #pace: number;

	constructor(cast: Cast, service: Service, reference: string, team: string, receivedAt: Date) {
		this.#cast = cast;
		this.#service = service;
		this.#reference = reference;
		this.#team = team;
		this.#stage = firstStage(service);
		this.#clock = receivedAt;
		this.#pace = cast.luck.pick([0, 0, 0, 1, 1, 2, 4]);
	}

	async work(): Promise<void> {
		const { luck, data } = this.#cast;
		if (!this.#passTime()) return;
		if (luck.happens(0.06)) await this.#handOver();
		if (luck.happens(0.85)) await this.#did((ctx, seen) => takeRequest(ctx, seen));
		for (let steps = 0; steps < 12; steps++) {
			if (!this.#passTime()) return;
			const next = movesFrom(this.#service, this.#stage.id);
			const done = this.#stage.public === "acted-on" || next.length === 0;
			if (done && luck.happens(0.9)) return this.#close();
			const to = next[luck.happens(0.75) ? 0 : Math.min(1, next.length - 1)];
			if (!to) return;
			const note = luck.happens(0.3) ? luck.pick(data.notes[to.public] ?? ["Noted."]) : "";
			const filledIn = someFilledIn(this.#service.asks.stages.get(to.id), data.filledIn, luck);
			if (await this.#did((ctx, seen) => moveRequest(ctx, seen, { to: to.id, note, filledIn }))) this.#stage = to;
			if (luck.happens(0.1))
				await addNote(this.#officer(), this.#reference, luck.pick(data.notes[to.public] ?? ["Noted."]));
		}
	}

	async #close(): Promise<void> {
		const { luck, data, house } = this.#cast;
		const { outcomes } = this.#service.definition;
		const outcome = luck.happens(0.75) ? outcomes[0] : luck.pick(outcomes);
		if (!outcome) return;
		const message = outcomeOf(this.#service, outcome.id)?.["needs-message"] ? luck.pick(data.closing) : "";
		const filledIn = someFilledIn(this.#service.asks.outcomes.get(outcome.id), data.filledIn, luck);
		const closed = await this.#did((ctx, seen) => closeRequest(ctx, seen, { outcome: outcome.id, message, filledIn }));
		if (!closed || !luck.happens(0.05) || !this.#passTime()) return;
		await sayNotFixed(at(house, visitor, this.#clock), this.#reference, luck.pick(data.reopening), []);
		this.#stage = stageOf(this.#service, this.#service.definition.reopens.to) ?? this.#stage;
	}

	async #handOver(): Promise<void> {
		const { luck, data, officers } = this.#cast;
		const team = luck.pick(officers.flatMap((officer) => officer.teams).filter((one) => one !== this.#team));
		const reason = luck.pick(data.handOver);
		if (await this.#did((ctx, seen) => handOverRequest(ctx, seen, { team, reason }))) this.#team = team;
	}

	/** Goes on to the next moment somebody has time for it; false when that has not come yet. */
	#passTime(): boolean {
		const { luck, now } = this.#cast;
		let day = londonDate(this.#clock);
		const days = this.#pace + (luck.happens(0.6) ? 1 : 0);
		for (let worked = 0; worked < days; ) {
			day = addDays(day, 1);
			if (isWorkingDay(day, "england")) worked++;
		}
		const hour = luck.between(8, 16);
		const moment = londonInstant(
			day,
			`${String(hour).padStart(2, "0")}:${String(luck.between(0, 59)).padStart(2, "0")}`,
		);
		const later = new Date(this.#clock.getTime() + luck.between(8, 90) * 60_000);
		this.#clock = moment > later ? moment : later;
		return this.#clock <= now;
	}

	async #did(
		act: (ctx: OfficerContext, seen: { reference: string; revision: number }) => Promise<object>,
	): Promise<boolean> {
		const outcome = await act(this.#officer(), { reference: this.#reference, revision: this.#revision });
		if (isRefusal(outcome)) return this.#catchUp(outcome) && this.#did(act);
		this.#revision++;
		return true;
	}

	/** A note by a colleague came between: look again. Any other refusal stands. */
	#catchUp(refusal: Refusal): boolean {
		if (refusal.code !== "changed-meanwhile") return false;
		this.#revision++;
		return this.#revision < 40;
	}

	#officer(): OfficerContext {
		const { officers, luck, house } = this.#cast;
		const own = officers.filter((officer) => officer.teams.includes(this.#team));
		const actor = luck.pick(own.length > 0 ? own : officers);
		return { ...at(house, actor, this.#clock), actor };
	}
}

function at(house: House, actor: Actor, now: Date) {
	return { house, actor, now, correlation: randomUUID() };
}
