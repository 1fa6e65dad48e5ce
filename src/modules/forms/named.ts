import { didYouMean, type Fault, type Path } from "../../platform/module/index.ts";
import type { FormDefinition } from "./definition.ts";
import type { Question } from "./question.ts";

type ReadCondition = (source: string | undefined, known: readonly Question[], path: Path) => unknown;

/** What is wrong with what pages need, what is looked up after them, and what their answers may mean. `read` notes broken conditions. */
export function namedFaults({ pages, risks }: FormDefinition, read: ReadCondition): Fault[] {
	const upTo = (at: number) => pages.slice(0, at + 1).flatMap((page) => page.questions);
	const faults: Fault[] = [];
	for (const [at, page] of pages.entries()) {
		const here = page.questions.map(({ id }) => id);
		for (const [place, need] of page.needs.entries()) {
			for (const [index, name] of need["one-of"].entries()) {
				const path = ["pages", at, "needs", place, "one-of", index];
				if (!here.includes(name))
					faults.push({
						path,
						sentence: `The page “${page.id}” needs “${name}”, which it does not ask.${didYouMean(name, here)}`,
					});
				else if (page.questions.some(({ id, optional }) => id === name && !optional))
					faults.push({
						path,
						sentence: `“${name}” must be answered anyway, so it cannot be one of which one is needed.`,
					});
			}
		}
		for (const [place, check] of page.checks.entries()) {
			const path = ["pages", at, "checks", place];
			const known = upTo(at);
			read(check.when, known, [...path, "when"]);
			for (const [what, name] of Object.entries(check.with)) {
				if (known.some(({ id }) => id === name)) continue;
				const sentence = `The check “${check.ask}” is told “${name}”, and no question up to there is called that.${didYouMean(
					name,
					known.map(({ id }) => id),
				)}`;
				faults.push({ path: [...path, "with", what], sentence });
			}
		}
	}
	for (const [place, { risk, after, when }] of risks.entries()) {
		const at = pages.findIndex((page) => page.id === after);
		if (at >= 0) read(when, upTo(at), ["risks", place, "when"]);
		else
			faults.push({
				path: ["risks", place, "after"],
				sentence: `The risk “${risk}” comes after “${after}”, and no page is called that.${didYouMean(
					after,
					pages.map(({ id }) => id),
				)}`,
			});
	}
	return faults;
}
