import { readVehicle } from "../../../platform/formats/index.ts";
import { accept, missing, type QuestionOf, type Reading, reject, textOf } from "./reading.ts";

export function readVehicleAnswer(question: QuestionOf<"vehicle">, raw: unknown): Reading {
	const { text, wrong } = textOf(raw);
	if (text.trim() === "" && !wrong) return missing(question, text);
	const plate = readVehicle(text);
	return plate === undefined
		? reject(question, text, "Enter a registration number in the correct format, like AB12 CDE")
		: accept(text, plate);
}
