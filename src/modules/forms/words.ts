import { dateInWords, isDate } from "../../platform/time/index.ts";
import type { AddressAnswer, AnswerValue, PlaceAnswer } from "./answer.ts";
import type { Question } from "./question.ts";

/** An answer as a person would say it, on one line or, for long text and addresses, on several. Empty for none. */
export function answerInWords(question: Question, value: AnswerValue | undefined): string {
	if (value === undefined) return "";
	switch (question.kind) {
		case "yes-no":
			return value === "yes" ? "Yes" : value === "no" ? "No" : asText(value);
		case "choice":
			return labelOf(question.options, value);
		case "choices":
			return Array.isArray(value) ? value.map((one) => labelOf(question.options, one)).join(", ") : "";
		case "date":
			return typeof value === "string" && isDate(value) ? dateInWords(value) : asText(value);
		case "number":
			return question.unit ? `${asText(value)} ${question.unit}` : asText(value);
		case "photos":
			return photos(value);
		default:
			return asText(value);
	}
}

function labelOf(options: readonly { value: string; label: string }[], value: unknown): string {
	return options.find((option) => option.value === value)?.label ?? String(value);
}

function photos(value: AnswerValue): string {
	const count = Array.isArray(value) ? value.length : 0;
	return count === 0 ? "" : `${count} photo${count === 1 ? "" : "s"}`;
}

function asText(value: AnswerValue): string {
	if (typeof value !== "object") return String(value);
	if (Array.isArray(value)) return value.map(String).join(", ");
	return isAddress(value) ? addressInWords(value) : placeInWords(value);
}

function isAddress(value: AddressAnswer | PlaceAnswer): value is AddressAnswer {
	return "lines" in value;
}

function addressInWords({ lines, town, postcode }: AddressAnswer): string {
	return [...lines, town, postcode].filter((line) => line !== "").join("\n");
}

function placeInWords({ latitude, longitude, postcode, street, description }: PlaceAnswer): string {
	const where = [street, postcode].filter(Boolean).join(", ");
	const told = [where, description].filter(Boolean).join("\n");
	if (told !== "") return told;
	return latitude === undefined || longitude === undefined ? "" : `A pin on the map at ${latitude}, ${longitude}`;
}
