import { pence, pounds } from "../../../platform/money/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { accept, calledOf, missing, type QuestionOf, type Reading, reject, textOf } from "./reading.ts";

/** Pounds as people type them, `£1,234.50` or `1234.5`, kept as whole pence. */
export function readMoney(question: QuestionOf<"money">, raw: unknown): Reading {
	const called = calledOf(question);
	if (typeof raw === "number") return readMoney(question, String(raw));
	const { text, wrong } = textOf(raw);
	const bare = text.normalize("NFKC").replace(/\s/g, "");
	if (bare === "" && !wrong) return missing(question, text);
	const read = pence(bare);
	if (isRefusal(read)) {
		if (read.code === "part-of-a-penny") return reject(question, text, `${called} must not include parts of a penny`);
		const must = read.code === "too-large" ? "less than £1,000,000,000" : "an amount of money, like 600 or 193.54";
		return reject(question, text, `${called} must be ${must}`);
	}
	const least = penceOf(question.least) ?? 0;
	const most = penceOf(question.most) ?? Number.POSITIVE_INFINITY;
	if (read >= least && read <= most) return accept(text, read);
	return reject(question, text, `${called} must be ${range(question, read < least)}`);
}

function range(question: QuestionOf<"money">, low: boolean): string {
	const [least, most] = [penceOf(question.least), penceOf(question.most)];
	if (least !== undefined && most !== undefined) return `between ${pounds(least)} and ${pounds(most)}`;
	return low ? `${pounds(least ?? 0)} or more` : `${pounds(most ?? 0)} or less`;
}

function penceOf(inPounds: number | undefined): number | undefined {
	return inPounds === undefined ? undefined : Math.round(inPounds * 100);
}
