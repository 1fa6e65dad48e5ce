import type { Context } from "../../../platform/context/index.ts";
import {
	type AddressAnswer,
	type Answers,
	type Problem,
	type Question,
	readAll,
} from "../../../modules/forms/index.ts";
import type { Service } from "../../../modules/services/index.ts";
import { type Wrong, wrong } from "./answers.ts";
import { attributeQuestions, isLocal } from "./attributes.ts";
import type { CreateArguments } from "./arguments.ts";
import { areaOf, type Where } from "./place.ts";

type Given = {
	attribute: CreateArguments["attribute"];
	description: string;
	customer: { name: string; email: string; phone: string };
	where: Where;
};

/**
 * The answers to a service's questions, from the parameters that stand for them. What the form asks and the standard has no
 * parameter for (photos before there are any, who someone is) is not asked of another system.
 */
export function readQuestions(ctx: Context, service: Service, given: Given): Answers | Wrong {
	const typed = typedOf(service, given);
	const area = areaOf(ctx.house);
	const { answers, problems } = readAll(service.form, typed, { now: ctx.now, area });
	const wrongs = problems.flatMap((problem) => wrongOf(service, problem, typed, given));
	const stop = service.form.stops.find(({ stop, when }) => stop.continue === undefined && when(answers));
	if (stop) wrongs.push([stop.stop.title, ...stop.stop.say].join(" "));
	if (wrongs.length > 0) return wrong(400, ...wrongs);
	return { ...answers, ...addressIn(service, given.where) };
}

function typedOf(service: Service, { attribute, customer, where }: Given): Record<string, unknown> {
	const { place, name, email, phone } = service.definition.register;
	const typed: Record<string, unknown> = {};
	for (const { id } of attributeQuestions(service)) if (Object.hasOwn(attribute, id)) typed[id] = attribute[id];
	const { point, words, postcode } = where;
	if (place !== undefined && service.form.questions.get(place)?.kind === "place") {
		typed[place] = {
			...(point && { latitude: point.latitude.toFixed(6), longitude: point.longitude.toFixed(6) }),
			street: words.slice(0, 100),
			description: words.slice(100),
			postcode: postcode ?? "",
		};
	}
	for (const [question, said] of [
		[name, customer.name],
		[email, customer.email],
		[phone, customer.phone],
	]) {
		if (question !== undefined && said) typed[question] = said;
	}
	return typed;
}

const notAsked = new Set<Question["kind"]>(["photos", "address", "property", "name", "email", "phone"]);

function wrongOf(service: Service, problem: Problem, typed: Record<string, unknown>, given: Given): string[] {
	const question = service.form.questions.get(problem.question);
	const isGiven = Object.hasOwn(typed, problem.question);
	if (question === undefined || isLocal(question)) return [];
	if (!isGiven && notAsked.has(question.kind)) return [];
	if (question.id === service.definition.register.description) {
		return given.description === "" ? [`description is missing: ${problem.message}`] : [];
	}
	if (question.kind === "place") return [`The place is wrong: ${problem.message}`];
	return [`attribute[${question.id}] ${isGiven ? "is wrong" : "is missing"}: ${problem.message}`];
}

/** A home is asked for line by line on the web; here it is what came. */
function addressIn(service: Service, { words, postcode = "", uprn }: Where): Record<string, AddressAnswer> {
	const { place } = service.definition.register;
	if (place === undefined || !["address", "property"].includes(service.form.questions.get(place)?.kind ?? ""))
		return {};
	return { [place]: { lines: words === "" ? [] : [words], town: "", postcode, ...(uprn ? { uprn } : {}) } };
}
