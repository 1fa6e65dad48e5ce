import { pounds } from "../../../platform/money/index.ts";
import { type AnswerValue, isAddress, isBank, textsOf } from "../answer.ts";
import type { Question } from "../question.ts";
import type { Typed } from "./reading.ts";

/** What to show in the boxes for an answer that is held. */
export function typedOf(question: Question, value: AnswerValue | undefined): Typed {
	if (value === undefined) return "";
	if (typeof value === "number") return question.kind === "money" ? pounds(value).replace("£", "") : String(value);
	if (typeof value === "string") return question.kind === "date" ? dateBoxes(value) : value;
	if (Array.isArray(value)) return textsOf(value);
	if (isAddress(value)) {
		const [line1 = "", line2 = ""] = value.lines;
		return { line1, line2, town: value.town, postcode: value.postcode, uprn: value.uprn ?? "" };
	}
	if (isBank(value)) {
		const { name, sortCode, accountNumber, roll = "", unsure } = value;
		return { name, sortCode, accountNumber, roll, checked: unsure ? `${sortCode} ${accountNumber}` : "" };
	}
	const { latitude, longitude, postcode = "", street = "", description = "", asset = "", assetUnknown } = value;
	return {
		latitude: text(latitude),
		longitude: text(longitude),
		postcode,
		street,
		description,
		asset,
		checked: assetUnknown ? asset : "",
	};
}

function text(number: number | undefined): string {
	return number === undefined ? "" : String(number);
}

function dateBoxes(date: string): Typed {
	return { day: String(Number(date.slice(8))), month: String(Number(date.slice(5, 7))), year: date.slice(0, 4) };
}
