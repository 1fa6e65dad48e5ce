import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { type CsvCell, csvOf } from "../../../platform/formats/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { inventory } from "../../../modules/services/index.ts";
import { askedShape, holdsWords } from "./asked.ts";

type Information = inventory.Information;

const word = z.string().max(100).catch("");

export const mapAskedShape = askedShape.pick({ q: true, team: true, tier: true }).extend({
	service: word,
	kind: word,
	of: word,
	held: word,
	page: z
		.string()
		.regex(/^[1-9]\d{0,4}$/)
		.transform(Number)
		.catch(1),
});
export type MapAsked = z.infer<typeof mapAskedShape>;

/** What data of its own kind is narrowed to: `held` in an address. */
export const heldWays: readonly { value: string; text: string; holds: (one: Information) => boolean }[] = [
	{ value: "special", text: "Special categories", holds: ({ special }) => special !== null },
	{ value: "sealed", text: "Sealed", holds: ({ sealed }) => sealed },
	{ value: "shared", text: "Shared with others", holds: ({ shared }) => shared.length > 0 },
];

/** What of the map was asked for. */
export function informationAsked({ house, now }: OfficerContext, asked: MapAsked): Information[] {
	const held = heldWays.find(({ value }) => value === asked.held)?.holds;
	return inventory
		.informationMap(house, londonDate(now))
		.filter(
			(one) =>
				holdsWords(asked.q, [one.ask, one.question, one.why, one.serviceName, one.law, ...one.shared]) &&
				(asked.service === "" || asked.service === one.service) &&
				(asked.kind === "" || asked.kind === one.kind) &&
				(asked.of === "" || asked.of === one.of) &&
				(asked.team === "" || asked.team === one.owner.team) &&
				(asked.tier === "" || asked.tier === String(one.tier)) &&
				(!held || held(one)),
		);
}

const columns: readonly (readonly [string, (one: Information) => CsvCell])[] = [
	["Service", ({ service }) => service],
	["Service name", ({ serviceName }) => serviceName],
	["Question", ({ question }) => question],
	["Asked as", ({ ask }) => ask],
	["Kind", ({ kindWords }) => kindWords],
	["Asked of", ({ of }) => of],
	["Where", ({ where }) => where],
	["When", ({ when }) => when],
	["Must be answered", ({ needed }) => needed],
	["Why", ({ why }) => why],
	["Purpose", ({ purpose }) => purpose],
	["Lawful basis", ({ basis }) => basis],
	["Law", ({ law }) => law],
	["Special categories", ({ special }) => special],
	["Sealed", ({ sealed }) => sealed],
	["Confidential", ({ confidential }) => confidential],
	["Shared with", ({ shared }) => shared],
	["Years kept after closing", ({ kept }) => kept],
	["Why so long", ({ keptBecause }) => keptBecause],
	["Owner", ({ owner }) => owner.name],
	["Process owner", ({ processOwner }) => processOwner],
	["Systems", ({ systems }) => systems],
	["Tier", ({ tier }) => tier],
	["Clocks", ({ clocks }) => clocks],
];

/** A line for each thing that is asked, under the names of the columns. */
export function informationAsCsv(asked: readonly Information[]): string {
	return csvOf(
		columns.map(([head]) => head),
		asked.map((one) => columns.map(([, cell]) => cell(one))),
	);
}
