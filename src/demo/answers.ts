import type { House } from "../platform/context/index.ts";
import { addDays, londonDate } from "../platform/time/index.ts";
import {
	type Answers,
	type AnswerValue,
	pathOf,
	type PlaceAnswer,
	type Question,
	stopAfter,
} from "../modules/forms/index.ts";
import { wardAt, wardNames } from "../modules/places/index.ts";
import { councilPart } from "../platform/council/index.ts";
import type { Service } from "../modules/services/index.ts";
import type { Chance } from "./chance.ts";
import type { DemoData } from "./data.ts";

export type Person = { name: string; email: string | undefined; phone: string | undefined };

/** Answers that someone could have given: the form is walked as they would walk it, page after page. */
export function someAnswers(
	house: House,
	data: DemoData,
	service: Service,
	person: Person,
	now: Date,
	luck: Chance,
): Answers {
	let answers: Answers = {};
	const asked = new Set<string>();
	for (;;) {
		const page = pathOf(service.form, answers).find((one) => !asked.has(one.id));
		if (!page) return answers;
		asked.add(page.id);
		const before = answers;
		for (let tries = 0; tries < 20; tries++) {
			answers = before;
			for (const question of page.questions) {
				const given = someAnswer(house, data, service, question, person, now, luck);
				if (given !== undefined) answers = { ...answers, [question.id]: given };
			}
			// Who is told that this is not for the council makes no request.
			const stop = stopAfter(service.form, page.id, answers);
			if (!stop || stop.continue !== undefined) break;
		}
	}
}

function someAnswer(
	house: House,
	data: DemoData,
	service: Service,
	question: Question,
	person: Person,
	now: Date,
	luck: Chance,
): AnswerValue | undefined {
	const words = data.words[service.id]?.[question.id];
	switch (question.kind) {
		case "name":
			return person.name || undefined;
		case "email":
			return person.email;
		case "phone":
			return person.phone;
		case "photos":
		case "files":
		case "group":
		case "information":
			return undefined;
		case "money":
			return luck.between(Math.ceil(question.least ?? 10), Math.min(question.most ?? 400, 400)) * 100;
		case "nino":
			return "JG103759A";
		case "vehicle":
			return `N${luck.pick("ABCDEHKLXY".split(""))}${luck.between(52, 74)} ${luck.pick(["ABK", "HXR", "LTD", "WVN"])}`;
		case "bank":
			return { name: person.name || "A Customer", sortCode: "089999", accountNumber: "66374958" };
		case "declaration":
			return "yes";
		case "select":
			return luck.pick(question.options).value;
		case "place":
			return somePlace(house, data, luck);
		case "address":
		case "property":
			return question.optional ? undefined : someAddress(house, data, luck);
		case "choice":
			// The first answers are the common ones: most things are not dangerous, most waste is household waste.
			return luck.pick(question.options.slice(luck.happens(0.2) ? 0 : 1, question.options.length)).value;
		case "choices":
			return question.options
				.slice(0, 6)
				.filter(() => luck.happens(0.3))
				.map((option) => option.value)
				.slice(0, 3)
				.concat(luck.pick(question.options.slice(0, 3)).value)
				.filter((value, at, all) => all.indexOf(value) === at);
		case "yes-no":
			return luck.happens(0.12) ? "yes" : "no";
		case "date":
			if (words) return luck.pick(words);
			if (question.past) return addDays(londonDate(now), -luck.between(1, 5));
			return addDays(londonDate(now), luck.between(2, Math.min(question.within ?? 30, 30)));
		case "number":
			return question.least ?? 1;
		case "text":
		case "long-text":
			return words && (!question.optional || luck.happens(0.6))
				? luck.pick(words)
				: question.optional
					? undefined
					: "As I said before.";
	}
}

/** A spot in one of the wards, on one of its streets. */
function somePlace(house: House, data: DemoData, luck: Chance): PlaceAnswer {
	const { south, north, west, east } = councilPart.of(house).map;
	for (;;) {
		const latitude = round(south + luck.next() * (north - south));
		const longitude = round(west + luck.next() * (east - west));
		const ward = wardAt(house, { latitude, longitude });
		const streets = ward && data.streets[ward.name];
		if (ward && streets) return { latitude, longitude, ward: ward.code, street: luck.pick(streets) };
	}
}

function someAddress(house: House, data: DemoData, luck: Chance) {
	const ward = luck.pick(wardNames(house).filter((one) => data.streets[one.name]));
	const street = luck.pick(data.streets[ward.name] ?? ["High Street"]);
	const { area, contact } = councilPart.of(house);
	return { lines: [`${luck.between(1, 120)} ${street}`], town: area, postcode: contact.address.at(-1) ?? "" };
}

function round(degrees: number): number {
	return Math.round(degrees * 1e6) / 1e6;
}
