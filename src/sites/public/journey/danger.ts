import type { Answers } from "../../../modules/forms/index.ts";

/** Whether what was typed has one of the council's words for danger in it. */
export function soundsDangerous(answers: Answers, emergencyWords: readonly string[]): boolean {
	const texts = Object.values(answers).filter((value) => typeof value === "string");
	const said = ` ${texts
		.join(" ")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")} `;
	return emergencyWords.some((words) => said.includes(` ${words} `));
}
