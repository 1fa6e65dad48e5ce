import { add, multiply, type Pence } from "../../platform/money/index.ts";
import { londonDate } from "../../platform/time/index.ts";
import type { Answers } from "../forms/index.ts";
import type { Service } from "./service.ts";

/** One line of what a request costs. */
export type CostLine = { readonly name: string; readonly count: number; readonly amount: Pence };

/** What a request costs by the prices of the day it was sent, how it is paid and when it is given back. */
export type Cost = {
	readonly lines: readonly CostLine[];
	readonly total: Pence;
	readonly how: string;
	readonly refund: string;
};

/** Undefined where nothing is to be paid: the service is free, or none of its items applies to these answers. */
export function costOf(service: Service, answers: Answers, at: Date): Cost | undefined {
	const { fee } = service.definition;
	if (!fee) return undefined;
	const day = londonDate(at);
	const lines = service.fees.flatMap(({ item, applies }): CostLine[] => {
		const count = item.each === undefined ? 1 : countOf(answers[item.each]);
		if (count === 0 || !applies(answers)) return [];
		return [{ name: item.name, count, amount: multiply(priceOn(item.prices, day), count) }];
	});
	const total = add(...lines.map(({ amount }) => amount));
	return total === 0 ? undefined : { lines, total, how: fee.how, refund: fee.refund };
}

type Price = { readonly "valid-from": string; readonly pence: Pence };

/** The last price whose day has come; the first that was ever set before that. */
function priceOn(prices: readonly Price[], day: string): Pence {
	const byDay = prices.toSorted((one, other) => (one["valid-from"] < other["valid-from"] ? -1 : 1));
	return (byDay.findLast((price) => price["valid-from"] <= day) ?? byDay[0])?.pence ?? 0;
}

function countOf(answer: unknown): number {
	return typeof answer === "number" && Number.isInteger(answer) && answer > 0 ? answer : 0;
}
