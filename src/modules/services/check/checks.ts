import { didYouMean, type Fault } from "../../../platform/module/index.ts";
import { knownChecks } from "../checks/check.ts";
import type { Definition } from "../definition.ts";

/** What is wrong with the checks a definition asks for: unknown ones, wrong findings, and what would tell a stranger too much. */
export function checkFaults({ form, confidential }: Definition): Fault[] {
	return form.pages.flatMap(({ checks }, at) =>
		checks.flatMap((check, place): Fault[] => {
			const path = ["form", "pages", at, "checks", place];
			const known = Object.entries(knownChecks).find(([name]) => name === check.ask)?.[1];
			const names = Object.keys(knownChecks);
			if (!known) {
				const sentence = `There is no check called “${check.ask}”; there are ${names.join(", ")}.${didYouMean(check.ask, names)}`;
				return [{ path: [...path, "ask"], sentence }];
			}
			const needs: readonly string[] = known.needs;
			const finds: readonly string[] = known.finds;
			return [
				...Object.keys(check.with)
					.filter((what) => !needs.includes(what))
					.map((what) => ({
						path: [...path, "with", what],
						sentence: `The check “${check.ask}” is told ${needs.join(", ")}, and not “${what}”.`,
					})),
				...check.found.flatMap(({ finding }, index) =>
					finds.includes(finding)
						? []
						: [
								{
									path: [...path, "found", index, "finding"],
									sentence: `The check “${check.ask}” never finds “${finding}”; it finds ${finds.join(", ")}.`,
								},
							],
				),
				...check.found.flatMap(({ title, say }, index) =>
					unknownWords([title, ...say], known.words).map((word) => ({
						path: [...path, "found", index],
						sentence: `The check “${check.ask}” has no words {${word}}${known.words.length === 0 ? "" : `; it has ${known.words.map((one) => `{${one}}`).join(" and ")}`}.`,
					})),
				),
				...(confidential && (check.ask === "same-customer" || check.ask === "open-request")
					? [
							{
								path: [...path, "ask"],
								sentence: `It is confidential, and the check “${check.ask}” would tell a stranger that somebody has asked before.`,
							},
						]
					: []),
			];
		}),
	);
}

function unknownWords(texts: readonly string[], words: readonly string[]): string[] {
	const said = texts.flatMap((text) => [...text.matchAll(/\{([\w-]+)\}/g)].map(([, word = ""]) => word));
	return [...new Set(said)].filter((word) => !words.includes(word));
}
