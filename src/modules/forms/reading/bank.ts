import { cleanText, numbersFit, readAccountNumber, readSortCode } from "../../../platform/formats/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import type { BankAnswer } from "../answer.ts";
import { accept, missing, partOf, type Problem, type QuestionOf, type Reading, reject, tooLong } from "./reading.ts";

const bankBoxes = ["name", "sortCode", "accountNumber", "roll", "checked"] as const;
type Box = (typeof bankBoxes)[number];

/**
 * An account to pay into. Numbers that do not fit each other are asked about once and then taken as they are, marked `unsure`:
 * the table they are checked by is old, and nobody may be kept from their money by it.
 */
export function readBank(question: QuestionOf<"bank">, raw: unknown): Reading {
	const read = bankBoxes.map((box) => ({ box, ...partOf(raw, box) }));
	const typed = Object.fromEntries(read.map(({ box, text }) => [box, text]));
	const first = `${question.id}-name`;
	if (read.some((part) => part.wrong)) return reject(question, typed, "The account must be text in each box", first);
	const box = (name: Box) => (typed[name] ?? "").trim();
	if ((["name", "sortCode", "accountNumber", "roll"] as const).every((name) => box(name) === "")) {
		return missing(question, typed, first);
	}
	const problems: Problem[] = [];
	const wrong = (name: Box, message: string) =>
		void problems.push({ question: question.id, field: `${question.id}-${name}`, message });
	const name = cleanText(box("name"), { max: 100, lines: false });
	if (isRefusal(name)) wrong("name", tooLong("Name on the account", 100));
	else if (name === "") wrong("name", "Enter the name on the account");
	const sortCode = readSortCode(box("sortCode"));
	if (sortCode === undefined) {
		wrong("sortCode", box("sortCode") === "" ? "Enter a sort code" : "Enter a valid sort code like 309430");
	}
	const accountNumber = readAccountNumber(box("accountNumber"));
	if (accountNumber === undefined) wrong("accountNumber", accountMessage(box("accountNumber")));
	const roll = question.roll ? rollOf(box("roll")) : "";
	if (roll === undefined) wrong("roll", rollMessage);
	if (isRefusal(name) || sortCode === undefined || accountNumber === undefined || roll === undefined) {
		return { typed, problems };
	}
	if (problems.length > 0) return { typed, problems };
	const answer: BankAnswer = { name, sortCode, accountNumber, ...(roll === "" ? {} : { roll }) };
	if (numbersFit(sortCode, accountNumber)) return accept({ ...typed, checked: "" }, answer);
	const numbers = `${sortCode} ${accountNumber}`;
	if (box("checked") === numbers) return accept(typed, { ...answer, unsure: true });
	return reject(question, { ...typed, checked: numbers }, checkAgain, `${question.id}-sortCode`);
}

const checkAgain =
	"Check the sort code and account number. They do not seem to belong together. If they are right, select Continue again";

const rollMessage =
	"Building society roll number must be 18 characters or less, and only letters, numbers, hyphens, spaces, forward slashes and full stops";

function accountMessage(typed: string): string {
	if (typed === "") return "Enter an account number";
	if (/^[\d\s-]+$/.test(typed)) return "Account number must be between 6 and 8 digits";
	return "Enter a valid account number like 00733445";
}

function rollOf(typed: string): string | undefined {
	return /^[A-Za-z0-9\-\s/.]{0,18}$/.test(typed) ? typed.replace(/\s+/g, " ").toUpperCase() : undefined;
}
