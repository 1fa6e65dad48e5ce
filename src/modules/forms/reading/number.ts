import { accept, calledOf, missing, type QuestionOf, type Reading, reject, textOf } from "./reading.ts";

const farthest = 1_000_000_000_000;

/** Digits with or without a sign, a point, commas between thousands and the unit behind them. */
export function readNumber(question: QuestionOf<"number">, raw: unknown): Reading {
	const called = calledOf(question);
	if (typeof raw === "number") return readNumber(question, String(raw));
	const { text, wrong } = textOf(raw);
	if (wrong) return reject(question, "", `${called} must be a number`);
	const bare = bareNumber(text, question.unit);
	if (bare === "") return missing(question, text);
	if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(bare)) return reject(question, text, `${called} must be a number, like 30`);
	const decimals = bare.split(".")[1]?.replace(/0+$/, "").length ?? 0;
	if (decimals > question.decimals) {
		const allowed =
			question.decimals === 0 ? "a whole number" : `a number with ${question.decimals} decimal places or less`;
		return reject(question, text, `${called} must be ${allowed}`);
	}
	// -0 is not another number.
	const value = Number(bare) + 0;
	const { least = -farthest, most = farthest } = question;
	if (value >= least && value <= most) return accept(text, value);
	return reject(question, text, `${called} must be ${range(question, value < least)}`);
}

function range({ least, most }: QuestionOf<"number">, low: boolean): string {
	if (least !== undefined && most !== undefined) return `between ${least} and ${most}`;
	return low ? `${least ?? -farthest} or more` : `${most ?? farthest} or less`;
}

function bareNumber(text: string, unit: string | undefined): string {
	const bare = text
		.normalize("NFKC")
		.replace(/[\s,_]/g, "")
		.replace(/^[\u2212\u2013]/, "-")
		.replace(/^\+/, "");
	const end = unit?.replace(/\s/g, "");
	return end && bare.toLowerCase().endsWith(end.toLowerCase()) ? bare.slice(0, -end.length) : bare;
}
