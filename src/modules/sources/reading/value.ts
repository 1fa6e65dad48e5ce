import { cleanText, readEmail, readNino, readPhone, readPostcode } from "../../../platform/formats/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { isDate } from "../../../platform/time/index.ts";
import { isBlank, standardDate } from "../../matching/index.ts";
import type { FieldKind } from "../pack/field.ts";

/** What a cell says, in the form of its kind; that it says nothing; or what cannot be right with it. */
export type Read = { value: string } | { fault: string } | undefined;

/** The longest value that is kept; a name or a remark of more characters is not one. */
const longest = 500;
const shownOfIt = 60;

/** Reads one cell. `today`: nobody was born after it. */
export function readValue(kind: FieldKind, cell: string, today: string): Read {
	const text = cleanText(cell, { max: longest, lines: false });
	if (isRefusal(text)) return { fault: `is longer than ${longest} characters` };
	// A phrase for “unknown” says nothing in any field; in free text a “0” or a “-” may say something.
	if (text === "" || (kind !== "text" && kind !== "money" && isBlank(text))) return undefined;
	const value = readers[kind](text, today);
	if (value === undefined) return { fault: `“${quoted(text)}” is not ${inWords[kind]}` };
	return { value };
}

function quoted(text: string): string {
	return text.length > shownOfIt ? `${text.slice(0, shownOfIt)}…` : text;
}

const inWords: Record<FieldKind, string> = {
	name: "a name",
	given: "a name",
	surname: "a name",
	date: "a date",
	born: "a date on which somebody could be born",
	email: "an email address",
	phone: "a telephone number",
	nino: "a National Insurance number",
	uprn: "a UPRN",
	address: "an address",
	postcode: "a UK postcode",
	text: "words",
	money: "an amount of money",
	"yes-no": "yes or no",
	"day-from": "a date",
	"day-until": "a date",
};

const readers: Record<FieldKind, (text: string, today: string) => string | undefined> = {
	name: aName,
	given: aName,
	surname: aName,
	date,
	born: (text, today) => {
		const born = date(text);
		return born !== undefined && born <= today && born >= "1890-01-01" ? born : undefined;
	},
	email: readEmail,
	phone: (text) => readPhone(text)?.e164,
	nino: (text) => readNino(text, { examples: true }),
	uprn: (text) => (/^\d{1,12}$/.test(text) && Number(text) > 0 ? String(Number(text)) : undefined),
	address: (text) => (/\p{L}/u.test(text) ? text : undefined),
	postcode: readPostcode,
	text: (text) => text,
	money,
	"yes-no": yesOrNo,
	"day-from": date,
	"day-until": date,
};

/** Has a letter, and neither digits nor an @: a cell that has is another column's. */
function aName(text: string): string | undefined {
	return /\p{L}/u.test(text) && !/[\d@]/.test(text) ? text : undefined;
}

function date(text: string): string | undefined {
	const digits = standardDate(text);
	const day = digits?.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
	return day !== undefined && isDate(day) ? day : undefined;
}

/** `£1,234.5` → `1234.50`; `-12.00`, `(12.00)` and `12.00-` are owed back, `12.00 CR` too. */
function money(text: string): string | undefined {
	const parts = /^(\(|-)?£?\s*(-)?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?\s*(\)|-|CR)?$/i.exec(text);
	if (!parts) return undefined;
	const [, before, inside, pounds = "", pence = "", after] = parts;
	if ((before === "(") !== (after === ")")) return undefined;
	const owedBack = before !== undefined || inside !== undefined || after !== undefined;
	const amount = `${Number(pounds.replaceAll(",", ""))}.${pence.padEnd(2, "0")}`;
	return owedBack && !/^0\.00$/.test(amount) ? `-${amount}` : amount;
}

function yesOrNo(text: string): "yes" | "no" | undefined {
	if (/^(y|yes|true|t|1)$/i.test(text)) return "yes";
	return /^(n|no|false|f|0)$/i.test(text) ? "no" : undefined;
}
