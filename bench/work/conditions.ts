/** What deciding the way through a form of forty questions costs, which happens on every page of it. */
import { type Answers, formShape, pathOf, tryForm } from "../../src/modules/forms/index.ts";

const pages = Array.from({ length: 40 }, (_, at) => ({
	id: `page-${at}`,
	...(at === 0 ? {} : { when: conditionOn(at - 1) }),
	questions: [
		{
			id: `q${at}`,
			ask: `Question ${at}?`,
			why: "To measure",
			error: "Answer it",
			...[
				{ kind: "yes-no" },
				{ kind: "number", most: 100 },
				{ kind: "choices", options: ["a", "b", "c"].map((value) => ({ value, label: value })) },
				{ kind: "text" },
			][at % 4],
		},
	],
}));

/** Each page is asked because of the answer before it and of the first. */
function conditionOn(at: number): string {
	const one = [`q${at} == "yes"`, `q${at} > 2`, `"b" in q${at}`, `q${at}.startsWith("x") || size(q${at}) > 3`][at % 4];
	return at === 0 ? `${one}` : `(${one}) && q0 == "yes"`;
}

/** In milliseconds, at the median and for 99 of 100. */
export type Conditions = { p50: number; p99: number };

export function timeConditions(): Conditions {
	const answers: Answers = Object.fromEntries(
		pages.map(({ id }, at) => [id.replace("page-", "q"), ["yes", 3, ["a", "b"], "many words"][at % 4] ?? ""]),
	);
	const { form, faults } = tryForm(formShape.parse({ pages, send: "Send" }));
	if (faults.length > 0) throw new Error(faults.map(({ sentence }) => sentence).join("\n"));
	if (pathOf(form, answers).length !== 40) throw new Error("The way through the form is not forty pages long.");
	const took: number[] = [];
	for (let turn = 0; turn < 5_000; turn++) {
		const began = performance.now();
		pathOf(form, answers);
		if (turn >= 500) took.push(performance.now() - began);
	}
	took.sort((a, b) => a - b);
	const at = (part: number) => took[Math.floor(took.length * part)] ?? 0;
	return { p50: at(0.5), p99: at(0.99) };
}
