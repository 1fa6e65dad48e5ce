import { ninoInWords, sortCodeInWords } from "../../platform/formats/index.ts";
import { pounds } from "../../platform/money/index.ts";
import { dateInWords, isDate } from "../../platform/time/index.ts";
import {
	type AddressAnswer,
	type AnswerValue,
	type BankAnswer,
	filesOf,
	isAddress,
	isBank,
	itemsOf,
	type PlaceAnswer,
	textsOf,
} from "./answer.ts";
import type { Question } from "./question.ts";

/** An answer as a person would say it, on one line or, for long text and addresses, on several. Empty for none. */
export function answerInWords(question: Question, value: AnswerValue | undefined): string {
	if (value === undefined) return "";
	switch (question.kind) {
		case "yes-no":
			return value === "yes" ? "Yes" : value === "no" ? "No" : asText(value);
		case "choice":
		case "select":
			return labelOf(question.options, value);
		case "choices":
			return textsOf(value)
				.map((one) => labelOf(question.options, one))
				.join(", ");
		case "declaration":
			return value === "yes" ? question.agree : asText(value);
		case "date":
			return typeof value === "string" && isDate(value) ? dateInWords(value) : asText(value);
		case "number":
			return question.unit ? `${asText(value)} ${question.unit}` : asText(value);
		case "money":
			return typeof value === "number" && Number.isSafeInteger(value) ? pounds(value) : asText(value);
		case "nino":
			return typeof value === "string" ? ninoInWords(value) : asText(value);
		case "photos":
			return counted(filesOf(value).length, "photo");
		case "files":
			return filesOf(value)
				.map(({ name }) => name)
				.join("\n");
		case "group":
			return groupInWords(question.questions, value);
		default:
			return asText(value);
	}
}

/** "1: Sam O’Neil, 7 years old" for each item, a line each. */
function groupInWords(questions: readonly Question[], value: AnswerValue): string {
	const lines = itemsOf(value).map((item) =>
		questions
			.map((question) => answerInWords(question, item[question.id]).replaceAll("\n", ", "))
			.filter((words) => words !== "")
			.join(", "),
	);
	return lines.map((line, at) => `${at + 1}: ${line}`).join("\n");
}

function labelOf(options: readonly { value: string; label: string }[], value: unknown): string {
	return options.find((option) => option.value === value)?.label ?? String(value);
}

function counted(count: number, what: string): string {
	return count === 0 ? "" : `${count} ${what}${count === 1 ? "" : "s"}`;
}

function asText(value: AnswerValue): string {
	if (typeof value !== "object") return String(value);
	if (Array.isArray(value)) return textsOf(value).join(", ");
	if (isBank(value)) return bankInWords(value);
	return isAddress(value) ? addressInWords(value) : placeInWords(value);
}

function addressInWords({ lines, town, postcode }: AddressAnswer): string {
	return [...lines, town, postcode].filter((line) => line !== "").join("\n");
}

function bankInWords({ name, sortCode, accountNumber, roll, unsure }: BankAnswer): string {
	return [
		name,
		`Sort code ${sortCodeInWords(sortCode)}`,
		`Account number ${accountNumber}`,
		roll !== undefined && `Roll number ${roll}`,
		unsure && "The sort code and account number did not pass the check. Confirm them before paying.",
	]
		.filter(Boolean)
		.join("\n");
}

function placeInWords({
	latitude,
	longitude,
	postcode,
	street,
	description,
	asset,
	assetUnknown,
}: PlaceAnswer): string {
	const where = [street, postcode].filter(Boolean).join(", ");
	const told = [where, description, asset && `Number ${asset}${assetUnknown ? ", which we do not have" : ""}`]
		.filter(Boolean)
		.join("\n");
	if (told !== "") return told;
	return latitude === undefined || longitude === undefined ? "" : `A pin on the map at ${latitude}, ${longitude}`;
}
