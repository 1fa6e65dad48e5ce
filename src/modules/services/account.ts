import { type AddressAnswer, type Answers, type Question, readAnswers } from "../forms/index.ts";
import type { Service } from "./service.ts";

/** What an account may hold of a customer. */
export type Held = {
	readonly name?: string | undefined;
	readonly email?: string | undefined;
	readonly phone?: string | undefined;
	readonly home?: AddressAnswer | undefined;
};

const heldByKind: Partial<Record<Question["kind"], keyof Held>> = {
	name: "name",
	email: "email",
	phone: "phone",
	address: "home",
	property: "home",
};

/**
 * The questions that ask what an account holds, with what each asks: those that the register names, and those that are asked
 * all the same, to be confirmed. One about somebody else asks nothing of the customer's own.
 */
export function askedOf({ definition, form }: Service): { question: Question; what: keyof Held }[] {
	const { name, email, phone, home } = definition.register;
	const registered = new Set([name, email, phone, home]);
	return [...form.questions.values()].flatMap((question) => {
		const what = heldByKind[question.kind];
		if (!what || question.other || !(registered.has(question.id) || question.confirm)) return [];
		return [{ question, what }];
	});
}

/** What is held, as answers of the form, read as if it had been typed; what could not be typed there is left out. */
export function answersFrom(service: Service, held: Held, now: Date): Answers {
	const asked = askedOf(service);
	const homes = asked.flatMap(({ question, what }) =>
		what === "home" && held.home ? [[question.id, held.home] as const] : [],
	);
	const said = asked.filter(({ what }) => what !== "home" && held[what] !== undefined);
	const typed = Object.fromEntries(said.map(({ question, what }) => [question.id, held[what]]));
	const { answers } = readAnswers({ questions: said.map(({ question }) => question) }, typed, { now });
	return { ...Object.fromEntries(homes), ...answers };
}
