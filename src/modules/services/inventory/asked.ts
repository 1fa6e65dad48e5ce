import { conditionInWords, type Names, type Question } from "../../forms/index.ts";
import type { Service } from "../service.ts";

/** Who answers a question. */
export const answerers = ["customer", "officer", "outside"] as const;
export type Answerer = (typeof answerers)[number];

/** A question of a definition, wherever in it the question stands. */
export type Asked = {
	readonly question: Question;
	readonly of: Answerer;
	/** Where it is asked, in words: a page, a stage, a task. */
	readonly where: string;
	/** When it is asked, in words; undefined when it always is. */
	readonly when: string | undefined;
};

/** Every question that a service asks: of the customer now and later, of officers, of people outside. Groups before what they ask. */
export function questionsOf(service: Service): Asked[] {
	const { definition } = service;
	const form = definition.form.pages.flatMap((page) => {
		const where = page.title ?? page.questions[0]?.ask ?? page.id;
		return each(page.questions, { of: "customer", where, when: page.when }, service.form.names);
	});
	return [
		...form,
		...definition.stages.flatMap(({ name, asks }) => each(asks, { of: "officer", where: `Stage: ${name}` })),
		...definition.outcomes.flatMap(({ name, asks }) => each(asks, { of: "officer", where: `Outcome: ${name}` })),
		...definition.tasks.flatMap(({ name, asks }) => each(asks, { of: "officer", where: `Task: ${name}` })),
		...definition["asks-customer"].flatMap(({ name, questions }) =>
			each(questions, { of: "customer", where: `Asked later: ${name}` }),
		),
		...definition.opinions.flatMap(({ name, questions }) =>
			each(questions, { of: "outside", where: `Asked of: ${name}` }),
		),
	];
}

type Standing = Pick<Asked, "of" | "where"> & { when?: string | undefined };

function each(questions: readonly Question[], standing: Standing, around: Names = []): Asked[] {
	const names = [...around, ...questions];
	const conditions = (own: string | undefined) =>
		[...new Set([standing.when, own])].filter((one) => one !== undefined).map((one) => conditionInWords(one, names));
	return questions.flatMap((question): Asked[] => {
		const when = conditions(question.when).join(", and ") || undefined;
		const asked: Asked = { question, of: standing.of, where: standing.where, when };
		if (question.kind !== "group") return [asked];
		const inside = { of: standing.of, where: `${standing.where}, each ${question.item}` };
		return [asked, ...each(question.questions, inside, names).map((one) => ({ ...one, when: one.when ?? when }))];
	});
}
