import { addDays, dateInWords, dateOf, isDate, londonDate } from "../../../platform/time/index.ts";
import { isTooEarly } from "../before.ts";
import { accept, calledOf, missing, partOf, type QuestionOf, type Reading, reject, type Terms } from "./reading.ts";

const parts = ["day", "month", "year"] as const;
type Part = (typeof parts)[number];
type Boxes = Record<Part, string>;

const months = "january february march april may june july august september october november december".split(" ");

/** Three boxes; also one text such as `2026-03-27`, as other systems write a date. One error at a time, the first that matters. */
export function readDate(question: QuestionOf<"date">, raw: unknown, terms: Terms): Reading {
	const boxes = boxesOf(raw);
	const called = calledOf(question);
	if (!boxes) return reject(question, {}, `${called} must be a real date`, `${question.id}-day`);
	const no = (message: string, ...wrong: [Part, ...Part[]]): Reading => ({
		typed: boxes,
		problems: [{ question: question.id, field: `${question.id}-${wrong[0]}`, message, boxes: wrong }],
	});
	const empty = parts.filter((part) => boxes[part] === "");
	const [first] = empty;
	if (empty.length === 3) return missing(question, boxes, `${question.id}-day`);
	if (first) return no(`${called} must include a ${empty.join(" and ")}`, first, ...empty);
	const day = wholeNumber(boxes.day);
	const month = monthOf(boxes.month);
	const year = wholeNumber(boxes.year);
	if (day === undefined || day < 1 || day > 31) return no(`${called} must be a real date`, "day");
	if (month === undefined) return no(`${called} must be a real date`, "month");
	if (year === undefined || year < 1000 || year > 9999) return no("Year must include 4 numbers", "year");
	const date = dateOf(year, month, day);
	if (date === undefined) return no(`${called} must be a real date`, ...parts);
	const rule = ruleBroken(question, date, londonDate(terms.now)) ?? tooEarly(question, date, terms);
	return rule ? no(`${called} must be ${rule}`, ...parts) : accept(boxes, date);
}

function tooEarly(question: QuestionOf<"date">, date: string, { earlier = {} }: Terms): string | undefined {
	const first = earlier[question["not-before"] ?? ""];
	return typeof first === "string" && isTooEarly(question, date, earlier)
		? `the same as or after ${dateInWords(first)}`
		: undefined;
}

function ruleBroken({ past, within }: QuestionOf<"date">, date: string, today: string): string | undefined {
	if (past && date > today) return "today or in the past";
	if (within === undefined) return undefined;
	const limit = addDays(today, past ? -within : within);
	if (past) return date < limit ? `the same as or after ${dateInWords(limit)}` : undefined;
	if (date < today) return "today or in the future";
	return date > limit ? `the same as or before ${dateInWords(limit)}` : undefined;
}

function boxesOf(raw: unknown): Boxes | undefined {
	if (typeof raw === "string") {
		const text = raw.trim();
		if (text === "") return { day: "", month: "", year: "" };
		const date = text.slice(0, 10);
		if (!isDate(date)) return undefined;
		return { day: String(Number(date.slice(8))), month: String(Number(date.slice(5, 7))), year: date.slice(0, 4) };
	}
	const read = parts.map((part) => partOf(raw, part));
	if (read.some((part) => part.wrong)) return undefined;
	const [day = "", month = "", year = ""] = read.map((part) => part.text.normalize("NFKC").trim().slice(0, 40));
	return { day, month, year };
}

function wholeNumber(text: string): number | undefined {
	return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** `3`, `03`, `mar`, `March`, `Sept.` */
function monthOf(text: string): number | undefined {
	const number = wholeNumber(text);
	if (number !== undefined) return number >= 1 && number <= 12 ? number : undefined;
	const name = text.toLowerCase().replace(/\.$/, "");
	if (name.length < 3) return undefined;
	const at = months.findIndex((month) => month.startsWith(name));
	return at < 0 ? undefined : at + 1;
}
