/** How values of the database become values of JavaScript, where the driver's own way loses something. */
import pg from "pg";

const { INT8, DATE } = pg.types.builtins;
const int8Array = 1016;
const dateArray = 1182;

type Parser = (text: string) => unknown;

// A day has no time zone: the driver's Date would be yesterday for half of the year.
const day: Parser = (text) => text;

const own: Readonly<Record<number, Parser>> = {
	[INT8]: wholeNumber,
	[DATE]: day,
	[int8Array]: listOf(wholeNumber),
	[dateArray]: listOf(day),
};

/** For the `types` of a pool: int8 is a number (throws beyond 2^53), date is 'YYYY-MM-DD', timestamptz is a Date. */
export function typeParser(oid: number, format?: "text" | "binary"): Parser {
	return own[oid] ?? pg.types.getTypeParser(oid, format ?? "text");
}

function wholeNumber(text: string): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number)) throw new RangeError(`The database holds ${text}, too large for a number here`);
	return number;
}

/** Lists of numbers and days need no quotes. */
function listOf(parse: Parser): Parser {
	return (text) => {
		const inside = text.slice(text.indexOf("{") + 1, -1);
		return inside === "" ? [] : inside.split(",").map((item) => (item === "NULL" ? null : parse(item)));
	};
}
