/** Answers for tests that walk any form: what a customer in a hurry would type. */
import type { Council } from "../../../platform/council/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import {
	type Answers,
	type Form,
	type PageOfQuestions,
	pathOf,
	type Question,
	stopAfter,
} from "../../../modules/forms/index.ts";

/**
 * The fields that answer a question, as a form posts them. Files are left out; the page must not need them. With the form
 * at hand no answer is given that ends the journey.
 */
export function fieldsFor(question: Question, council: Council, form?: Form): [string, string][] {
	const { id } = question;
	const ticked = form && wayThrough(form)[id];
	if (typeof ticked === "string") return [[id, ticked]];
	if (Array.isArray(ticked) && typeof ticked[0] === "string") return [[id, ticked[0]]];
	switch (question.kind) {
		case "text":
		case "long-text":
			return [[id, "Jo & <b>more".slice(0, question.most)]];
		case "name":
			return [[id, "Sam O’Neil"]];
		case "email":
			return [[id, "sam@example.com"]];
		case "phone":
			return [[id, "07700 900982"]];
		case "yes-no":
			return [[id, "no"]];
		case "choice":
			return [[id, question.options.at(-1)?.value ?? ""]];
		case "choices":
			return [[id, question.options[0]?.value ?? ""]];
		case "date": {
			const [year = "", month = "", day = ""] = londonDate(new Date()).split("-");
			return [
				[`${id}[day]`, day],
				[`${id}[month]`, month],
				[`${id}[year]`, year],
			];
		}
		case "number":
			return [[id, String(question.least ?? 1)]];
		case "address":
		case "property":
			return [
				[`${id}[line1]`, "1 High Street"],
				[`${id}[town]`, "Exton"],
				[`${id}[postcode]`, council.contact.address.at(-1) ?? ""],
			];
		case "place": {
			// Nobody has such a number, and the customer said before that it is right.
			const number: [string, string][] = [
				[`${id}[asset]`, "12"],
				[`${id}[checked]`, "12"],
			];
			const asset = question.asset ? number : [];
			return [
				[`${id}[latitude]`, String(council.map.latitude)],
				[`${id}[longitude]`, String(council.map.longitude)],
				[`${id}[street]`, "High Street"],
				...asset,
			];
		}
		case "money":
			return [[id, String(question.least ?? 12.5)]];
		case "select":
			return [[id, question.options[0]?.value ?? ""]];
		case "declaration":
			return [[id, "yes"]];
		case "nino":
			return [[id, "JG 10 37 59 A"]];
		case "vehicle":
			return [[id, "ab12 cde"]];
		case "bank":
			return [
				[`${id}[name]`, "Sam O’Neil"],
				[`${id}[sortCode]`, "08-99-99"],
				[`${id}[accountNumber]`, "66374958"],
			];
		case "photos":
		case "files":
		case "group":
		case "information":
			return [];
	}
}

const pageIn = /\/form(?:\/[0-9a-f-]{36})?(?:\/([a-z][a-z0-9-]*))?(?:\/items\/[^?]*)?(?:\?|$)/;

/** The questions that stand on a page of a form at `path`, or on a page of an item of its group. Undefined for other pages. */
export function askedOn(path: string, text: string, form: Form): PageOfQuestions | undefined {
	const asked = pageIn.exec(path);
	const id = asked?.[1] ?? form.pages[0]?.page.id;
	const page = asked ? form.pages.find((one) => one.page.id === id)?.page : undefined;
	if (!page?.questions.some(({ kind }) => kind === "group")) return page;
	const stands = ({ id }: Question) => text.includes(`name="${id}"`) || text.includes(`name="${id}[`);
	return { ...page, questions: page.questions.flatMap(withInner).filter(stands) };
}

function withInner(question: Question): Question[] {
	return question.kind === "group" ? [question, ...question.questions.flatMap(withInner)] : [question];
}

/** The fields that answer such a page. A list gets as many items as there must be. */
export function fieldsOn(path: string, text: string, form: Form, council: Council): [string, string][] {
	const questions = askedOn(path, text, form)?.questions ?? [];
	if (!text.includes('name="add"')) return questions.flatMap((question) => fieldsFor(question, council, form));
	const id = pageIn.exec(path)?.[1] ?? form.pages[0]?.page.id;
	const [group] = form.pages.find((one) => one.page.id === id)?.page.questions ?? [];
	const least = group?.kind === "group" && !path.includes("/items/") ? group.least : 0;
	const count = text.match(/\/removal[?"]/g)?.length ?? 0;
	return [["add", count > 0 && count < least ? "yes" : "no"]];
}

const ways = new WeakMap<Form, Answers>();

/** What to tick on the way to the page of answers: of each question the first choice that no advice follows. */
function wayThrough(form: Form): Answers {
	const known = ways.get(form);
	if (known) return known;
	let answers: Answers = {};
	const done = new Set<string>();
	for (;;) {
		const page = pathOf(form, answers).find((one) => !done.has(one.id));
		if (!page) break;
		done.add(page.id);
		for (const question of page.questions) {
			const ways = ticksOf(question).map((tick) => ({
				...answers,
				[question.id]: question.kind === "choices" ? [tick] : tick,
			}));
			answers = ways.find((way) => !stopAfter(form, page.id, way)) ?? ways[0] ?? answers;
		}
	}
	ways.set(form, answers);
	return answers;
}

/** What may be ticked to answer a question: no, and the last choice, first. */
export function ticksOf(question: Question): string[] {
	if (question.kind === "yes-no") return ["no", "yes"];
	if (question.kind === "choice") return question.options.map(({ value }) => value).toReversed();
	if (question.kind === "choices") return question.options.map(({ value }) => value);
	return [];
}
