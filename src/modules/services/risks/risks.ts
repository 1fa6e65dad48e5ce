import type { House } from "../../../platform/context/index.ts";
import { type Answers, type AnswerValue, pageOf, risksAfter, risksIn } from "../../forms/index.ts";
import type { Service } from "../service.ts";
import { type RiskRule, risksPart } from "./pack.ts";

/** The risks that the answers to this page mean: what the definition says, and what was typed on it. */
export function onPage(house: House, service: Service, pageId: string, answers: Answers): RiskRule[] {
	const declared = risksAfter(service.form, pageId, answers);
	const questions = pageOf(service.form, pageId, answers)?.questions ?? [];
	const said = textOf(questions.map(({ id }) => answers[id]));
	return risksPart.of(house).filter((rule) => declared.includes(rule.id) || speaksOf(said, rule));
}

/** The risks of a whole set of answers, however they came. */
export function of(house: House, service: Service, answers: Answers): RiskRule[] {
	const declared = risksIn(service.form, answers);
	const said = textOf(Object.values(answers));
	return risksPart.of(house).filter((rule) => declared.includes(rule.id) || speaksOf(said, rule));
}

/** What a risk is called; by its id when risks.yaml no longer has it. */
export function nameOf(house: House, id: string): string {
	return risksPart.of(house).find((rule) => rule.id === id)?.name ?? id;
}

function speaksOf(said: string, { words }: RiskRule): boolean {
	return words.some((one) => said.includes(` ${one} `));
}

/** All that was typed, as words with a space round each. */
function textOf(values: readonly (AnswerValue | undefined)[]): string {
	const texts = values.flatMap((value) => textsIn(value));
	return ` ${texts
		.join(" ")
		.toLowerCase()
		.replaceAll(/['’]/g, "")
		.replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `;
}

function textsIn(value: unknown): string[] {
	if (typeof value === "string") return [value];
	if (value === null || typeof value !== "object") return [];
	return Object.values(value).flatMap(textsIn);
}
