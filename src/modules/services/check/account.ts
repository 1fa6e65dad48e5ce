import type { Fault } from "../../../platform/module/index.ts";
import type { Definition } from "../definition.ts";
import { customerQuestions, everyQuestion } from "./questions.ts";

/** What a customer's account holds, by the kind of question that would ask it again. */
const held: ReadonlySet<string> = new Set(["name", "email", "phone", "address", "property", "nino"]);
/** What only officers who may read sealed answers may see. */
const secret: ReadonlySet<string> = new Set(["nino", "bank"]);
/** The kinds of question that each line of the register may name. */
const fits: Readonly<Record<string, readonly string[]>> = {
	name: ["name"],
	email: ["email"],
	phone: ["phone"],
	home: ["address", "property"],
	place: ["place", "address", "property"],
	photos: ["photos", "files"],
	description: ["text", "long-text"],
};

/** Nobody is asked twice for what the council has, and secrets are kept as such. */
export function accountFaults(definition: Definition): Fault[] {
	const registered = new Set<string | undefined>(Object.values(definition.register));
	return [
		...customerQuestions(definition).flatMap(({ question, path }): Fault[] => {
			const { id, kind, other, confirm } = question;
			const named = path[0] === "form" && registered.has(id);
			if (!held.has(kind) || named || other || confirm) return [];
			const sentence = `The account already holds what “${id}” asks: name it in register, or say that it is about somebody else (other: true), or that it is to be confirmed (confirm: true).`;
			return [{ path: [...path, "id"], sentence }];
		}),
		...everyQuestion(definition).flatMap(({ question: { id, kind, sealed }, path }): Fault[] =>
			secret.has(kind) && !sealed
				? [{ path: [...path, "kind"], sentence: `“${id}” asks what must be kept secret, and needs “sealed: true”.` }]
				: [],
		),
		...registerFaults(definition),
	];
}

function registerFaults({ register, form }: Definition): Fault[] {
	const questions = form.pages.flatMap((page) => page.questions);
	return Object.entries(fits).flatMap(([line, kinds]): Fault[] => {
		const name = Object.entries(register).find(([key]) => key === line)?.[1];
		const question = questions.find(({ id }) => id === name);
		if (!question || kinds.includes(question.kind)) return [];
		const sentence = `Its register's ${line} names the question “${question.id}” of kind ${question.kind}; it must be of kind ${kinds.join(" or ")}.`;
		return [{ path: ["register", line], sentence }];
	});
}
