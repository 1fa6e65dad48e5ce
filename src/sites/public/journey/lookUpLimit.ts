import { configSlot } from "../../../platform/config/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Visit } from "../../../platform/http/index.ts";
import { browserOf } from "./browser.ts";

const minutes10 = 600_000;
/** Look-ups in ten minutes when RATE_LIMIT has its default of 600: of one browser, and of all the browsers at one network address, as of a library. */
const most = { browser: 40, address: 400 };
/** Callers that are remembered at once. */
const remembered = 20_000;

const asked = new Map<string, { until: number; times: number }>();

/**
 * Counts a look-up; false when there were too many. The register is for finding one's home, not for copying out. Officers sit
 * at one address and look up all day, so each is counted alone.
 */
export function mayLookUp({ house, now, actor }: Context, visit: Visit): boolean {
	const share = configSlot.of(house).RATE_LIMIT / 600;
	if (actor.kind === "officer") return count(`officer ${actor.id}`, now.getTime()) <= most.address * share;
	const browser = browserOf(visit)?.toString("base64");
	const within = count(visit.address, now.getTime()) <= most.address * share;
	return within && (browser === undefined || count(browser, now.getTime()) <= most.browser * share);
}

function count(caller: string, now: number): number {
	const held = asked.get(caller);
	const counted = held && held.until > now ? { ...held, times: held.times + 1 } : { until: now + minutes10, times: 1 };
	asked.delete(caller);
	asked.set(caller, counted);
	const [oldest] = asked.keys();
	if (asked.size > remembered && oldest !== undefined) asked.delete(oldest);
	return counted.times;
}
