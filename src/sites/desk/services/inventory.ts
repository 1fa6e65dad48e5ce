import type { OfficerContext } from "../../../platform/context/index.ts";
import { type CsvCell, csvOf } from "../../../platform/formats/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { inventory } from "../../../modules/services/index.ts";
import { type Asked, holdsWords } from "./asked.ts";

type Process = inventory.Process;

/** The processes that were asked for. */
export function processesAsked({ house, now }: OfficerContext, asked: Asked): Process[] {
	return inventory
		.processInventory(house, londonDate(now))
		.filter(
			(one) =>
				holdsWords(asked.q, [one.name, one.service, one.summary, one.processOwner, one.law, ...one.systems]) &&
				(asked.topic === "" || asked.topic === one.topic.id) &&
				(asked.verb === "" || asked.verb === one.verb) &&
				(asked.team === "" || asked.team === one.owner.team) &&
				(asked.tier === "" || asked.tier === String(one.tier)),
		);
}

const columns: readonly (readonly [string, (one: Process) => CsvCell])[] = [
	["Service", ({ service }) => service],
	["Name", ({ name }) => name],
	["Summary", ({ summary }) => summary],
	["Topic", ({ topic }) => topic.name],
	["Verb", ({ verb }) => verb],
	["For", ({ audience }) => audience],
	["Ways to ask", ({ channels }) => channels],
	["Version", ({ version }) => version],
	["Tier", ({ tier }) => tier],
	["Owner", ({ owner }) => owner.name],
	["Process owner", ({ processOwner }) => processOwner],
	["Statutory", ({ statutory }) => statutory],
	["Law", ({ law }) => law],
	["LGSL", ({ lgsl }) => lgsl],
	["Verification", ({ verification }) => verification],
	["Systems", ({ systems }) => systems],
	["Public", (one) => one.public],
	["Confidential", ({ confidential }) => confidential],
	["Promises", ({ promises }) => promises.map(({ words, span }) => `${words} (${span})`)],
	["Law of the promises", ({ promises }) => [...new Set(promises.flatMap(({ law }) => law ?? []))]],
	["Stages", ({ stages }) => stages],
	["Tasks", ({ tasks }) => tasks],
	["By itself", ({ byItself }) => byItself],
	["Outcomes", ({ outcomes }) => outcomes],
	["Fee", ({ fee }) => fee],
	["Purpose of the data", ({ purpose }) => purpose],
	["Lawful basis", ({ basis }) => basis],
	["Years kept", ({ kept }) => kept],
];

/** A line for each process, under the names of the columns. */
export function processesAsCsv(processes: readonly Process[]): string {
	return csvOf(
		columns.map(([head]) => head),
		processes.map((one) => columns.map(([, cell]) => cell(one))),
	);
}
