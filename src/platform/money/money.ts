/** Money is whole pence in a number, safe up to £90 trillion. Nothing here makes or accepts a part of a penny. */

import { refuse, type Outcome } from "../refusal/index.ts";

/** Pence, whole, negative when owed back. */
export type Pence = number;

const typedAmount = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
const most = 999_999_999_99;

/**
 * Pence from an amount as a person types it: `12.50`, `£1,234`, ` 5 `, `12.5`. Refuses what is not an amount, parts of a penny,
 * negative amounts (no form asks for one) and anything of a thousand million pounds or more.
 */
export function pence(typed: string): Outcome<Pence, "not-an-amount" | "part-of-a-penny" | "too-large"> {
	const parts = typedAmount.exec(typed.trim().replace(/^£\s*/, ""));
	if (!parts) return refuse("not-an-amount");
	const fraction = (parts[2] ?? "").replace(/0+$/, "");
	if (fraction.length > 2) return refuse("part-of-a-penny");
	const amount = Number((parts[1] ?? "").replaceAll(",", "")) * 100 + Number(fraction.padEnd(2, "0"));
	return amount > most ? refuse("too-large") : amount;
}

/** `£12.50`, `£1,234`, `-£5`: pence are shown only when there are some, as GOV.UK writes amounts in sentences. */
export function pounds(amount: Pence): string {
	const exact = poundsAndPence(amount);
	return exact.endsWith(".00") ? exact.slice(0, -3) : exact;
}

/** `£1,234.00`: always with pence, for columns and receipts. */
export function poundsAndPence(amount: Pence): string {
	const size = String(Math.abs(whole(amount))).padStart(3, "0");
	const inThousands = size.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
	return `${amount < 0 ? "-" : ""}£${inThousands}.${size.slice(-2)}`;
}

/** The sum. Throws RangeError when any amount, or the sum, is not whole pence. */
export function add(...amounts: readonly Pence[]): Pence {
	let sum = 0;
	for (const amount of amounts) sum = whole(sum + whole(amount));
	return sum;
}

/** So many of one amount. Throws RangeError for a part of one, and for a result that is no longer exact. */
export function multiply(amount: Pence, times: number): Pence {
	if (!Number.isInteger(times)) throw new RangeError(`${times} is not a whole number of times.`);
	return whole(whole(amount) * times);
}

function whole(amount: number): Pence {
	if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not whole pence.`);
	// -0 is a sum of nothing, and would be written as owed back.
	return amount === 0 ? 0 : amount;
}
