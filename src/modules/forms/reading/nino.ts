import { readNino } from "../../../platform/formats/index.ts";
import { accept, missing, type QuestionOf, type Reading, reject, textOf } from "./reading.ts";

export function readNinoAnswer(question: QuestionOf<"nino">, raw: unknown): Reading {
	const { text, wrong } = textOf(raw);
	if (text.trim() === "" && !wrong) return missing(question, text);
	const nino = readNino(text.normalize("NFKC"));
	return nino === undefined
		? reject(question, text, "Enter a National Insurance number in the correct format, like QQ 12 34 56 C")
		: accept(text, nino);
}
