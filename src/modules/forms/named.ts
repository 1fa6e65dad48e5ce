import { didYouMean, type Fault } from "../../platform/module/index.ts";
import type { FormDefinition } from "./definition.ts";

/** What is wrong with what pages need, what is looked up after them, and what their answers may mean, but for their conditions. */
export function namedFaults({ pages, risks }: FormDefinition): Fault[] {
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
	for (const [place, { risk, after }] of risks.entries()) {
		if (!pages.some((page) => page.id === after))
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
