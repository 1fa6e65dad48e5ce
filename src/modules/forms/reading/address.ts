import { cleanText, readPostcode } from "../../../platform/formats/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import {
	accept,
	missing,
	partOf,
	type Problem,
	type QuestionOf,
	type Reading,
	reject,
	type Terms,
	tooLong,
} from "./reading.ts";

const boxes = {
	line1: { called: "Address line 1", empty: "Enter address line 1, typically the building and street" },
	line2: { called: "Address line 2", empty: undefined },
	town: { called: "Town or city", empty: "Enter town or city" },
	postcode: { called: "Postcode", empty: "Enter postcode" },
} as const;
const addressBoxes = ["line1", "line2", "town", "postcode"] as const;
type Box = (typeof addressBoxes)[number];

type AddressQuestion = QuestionOf<"address" | "property">;

/** A postal address: chosen from those of a postcode, or typed line by line. A property must be in the council's area. */
export function readAddress(question: AddressQuestion, raw: unknown, terms: Terms): Reading {
	const way = terms.addresses ? partOf(raw, "way").text : "by-hand";
	if (terms.addresses && way === "list") return readChosen(question, raw, terms.addresses, terms);
	return way === "find" ? readSought(question, raw) : readTyped(question, raw, terms);
}

/** Nothing was chosen yet: the postcode has still to be looked up. */
function readSought(question: AddressQuestion, raw: unknown): Reading {
	const typed = partsOf(raw, ["postcode", "building"]);
	const field = `${question.id}-postcode`;
	return typed["postcode"]?.trim() === ""
		? missing(question, typed, field)
		: reject(question, typed, "Find the address, or enter it by hand", field);
}

function readChosen(
	question: AddressQuestion,
	raw: unknown,
	addresses: NonNullable<Terms["addresses"]>,
	{ area }: Terms,
): Reading {
	const typed = partsOf(raw, ["postcode", "building", "uprn"]);
	const found = addresses(typed["uprn"] ?? "");
	const field = `${question.id}-uprn`;
	if (!found) return reject(question, typed, "Select an address from the list, or enter it by hand", field);
	if (question.kind === "property" && !found.inArea) return reject(question, typed, elsewhere(area), field);
	return accept(typed, found.answer);
}

function elsewhere(area: Terms["area"]): string {
	return `The address must be in the area of ${area?.council ?? "this council"}. Another council looks after that one`;
}

function partsOf(raw: unknown, names: readonly string[]): Record<string, string> {
	return Object.fromEntries(names.map((name) => [name, partOf(raw, name).text]));
}

function readTyped(question: AddressQuestion, raw: unknown, { area }: Terms): Reading {
	const read = addressBoxes.map((box) => ({ box, ...partOf(raw, box) }));
	const typed = Object.fromEntries(read.map(({ box, text }) => [box, text]));
	const first = `${question.id}-line1`;
	if (read.some((part) => part.wrong)) return reject(question, typed, "The address must be text in each box", first);
	const problems: Problem[] = [];
	const wrong = (box: Box, message: string) =>
		problems.push({ question: question.id, field: `${question.id}-${box}`, message });
	const clean = (box: Box): string => {
		const text = cleanText(typed[box] ?? "", { max: 100, lines: false });
		if (!isRefusal(text)) return text;
		wrong(box, tooLong(boxes[box].called, 100));
		return "\u2026";
	};
	const words = { line1: clean("line1"), line2: clean("line2"), town: clean("town"), postcode: clean("postcode") };
	if (problems.length === 0 && addressBoxes.every((box) => words[box] === "")) return missing(question, typed, first);
	for (const box of addressBoxes) {
		const { empty } = boxes[box];
		if (words[box] === "" && empty) wrong(box, empty);
	}
	const postcode = readPostcode(words.postcode);
	if (postcode === undefined && words.postcode !== "" && words.postcode !== "\u2026") {
		wrong("postcode", "Enter a full UK postcode, like AA3 1AB");
	}
	if (postcode !== undefined && question.kind === "property" && area && !area.hasPostcode(postcode)) {
		wrong("postcode", elsewhere(area));
	}
	if (problems.length > 0 || postcode === undefined) return { typed, problems: inOrder(question.id, problems) };
	const lines = [words.line1, words.line2].filter((line) => line !== "");
	return accept(typed, { lines, town: words.town, postcode });
}

function inOrder(id: string, problems: readonly Problem[]): Problem[] {
	return addressBoxes.flatMap((box) => problems.filter((problem) => problem.field === `${id}-${box}`).slice(0, 1));
}
