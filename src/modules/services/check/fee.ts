import { didYouMean, type Fault, twice, within } from "../../../platform/module/index.ts";
import type { Definition } from "../definition.ts";

/** What a fee says beside its shape, which asks for its prices, the words of a refund and where it is booked. */
export function feeFaults({ fee, form, start }: Definition): Fault[] {
	if (!fee) return [];
	const questions = form.pages.flatMap((page) => page.questions);
	const free = start.cost === "Free";
	return [
		...(free ? [{ path: ["start", "cost"], sentence: "It has a fee, and its start page says that it is free." }] : []),
		...twice(
			fee.items,
			({ id }) => id,
			(_, at) => ["fee", "items", at, "id"],
			(id) => `Two items of its fee are called “${id}”.`,
		),
		...fee.items.flatMap(({ each, prices }, at) =>
			within(
				["fee", "items", at],
				[
					...countFault(each, questions),
					...twice(
						prices,
						(price) => price["valid-from"],
						(_, place) => ["prices", place, "valid-from"],
						(day) => `Two prices begin on ${day}.`,
					),
				],
			),
		),
	];
}

function countFault(each: string | undefined, questions: readonly { id: string; kind: string }[]): Fault[] {
	if (each === undefined) return [];
	const question = questions.find(({ id }) => id === each);
	if (question?.kind === "number") return [];
	const sentence = question
		? `Its fee is counted by the question “${each}”, which is not of kind number.`
		: `Its fee is counted by the question “${each}”, which it does not ask.${didYouMean(
				each,
				questions.map(({ id }) => id),
			)}`;
	return [{ path: ["each"], sentence }];
}
