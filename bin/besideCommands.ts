// What the command line says of a pack beside the database. Nothing is published by it.
import { parseArgs } from "node:util";
import { lastToCome } from "../src/modules/requests/queries/came.ts";
import { servicesPart } from "../src/modules/services/index.ts";
import { differenceInWords, differencesOf } from "../src/modules/services/differences.ts";
import { checkedService } from "../src/modules/services/service.ts";
import { simulate } from "../src/modules/services/simulate.ts";
import { latestVersions, rollBack, versionsOf } from "../src/modules/services/versions.ts";
import { type House, systemContext } from "../src/platform/context/index.ts";
import { isRefusal } from "../src/platform/refusal/index.ts";
import { dateTimeInWords } from "../src/platform/time/index.ts";

type Beside = { says: string; run: (house: House, args: readonly string[]) => Promise<string> };

export const besideCommands: Record<string, Beside> = {
	"pack diff": { says: "[SERVICE]: what the next start would change, key by key", run: diff },
	"pack versions": { says: "SERVICE: every version it had, and what each changed", run: versions },
	"pack roll-back": { says: "SERVICE VERSION: make an older version live until its file changes", run: back },
	"pack simulate": {
		says: "[--last N] [--service ID]: where the last requests would go by the pack as it is now",
		run: simulated,
	},
};

async function diff(house: House, [only]: readonly string[]): Promise<string> {
	const live = new Map((await latestVersions(house.db)).map((one) => [one.definition.id, one]));
	const inPack = servicesPart.of(house).filter(({ id }) => only === undefined || id === only);
	if (only !== undefined && inPack.length === 0) throw new Error(`The pack has no service ${only}.`);
	const lines = inPack.flatMap((definition) => {
		const now = live.get(definition.id);
		if (!now) return [`${definition.id}: is new.`];
		const differences = differencesOf(now.definition, definition).map(differenceInWords);
		return differences.length === 0
			? []
			: [`${definition.id}: version ${now.version} is live; the pack says`, ...differences.map((one) => `  ${one}`)];
	});
	const gone = [...live.keys()].filter((id) => only === undefined && !inPack.some((one) => one.id === id));
	const all = [...lines, ...gone.map((id) => `${id}: is no longer in the pack.`)];
	return all.length === 0 ? "The pack says what is live." : all.join("\n");
}

async function versions(house: House, [id]: readonly string[]): Promise<string> {
	const kept = id === undefined ? [] : await versionsOf(house.db, id);
	if (kept.length === 0) throw new Error("Say the id of a service that was live.");
	return kept
		.flatMap(({ version, definition, publishedAt }, at) => {
			const before = kept[at + 1];
			const changed = before ? differencesOf(before.definition, definition).map(differenceInWords) : ["the first"];
			const title = `${version}  ${dateTimeInWords(publishedAt)}${at === 0 ? "  live" : ""}`;
			return [title, ...changed.map((one) => `   ${one}`)];
		})
		.join("\n");
}

const rollBackRefusals = {
	"no-service": "The pack has no such service.",
	"no-version": "The service has no such version.",
	"is-live": "That is what is live.",
} as const;

async function back(house: House, [id = "", version = ""]: readonly string[]): Promise<string> {
	const done = await rollBack(systemContext(house, "Command line"), { id, version: Number(version) });
	if (isRefusal(done)) throw new Error(rollBackRefusals[done.code]);
	return (
		`Version ${version} of ${id} is now version ${done.version}, and stays live until its file changes.\n` +
		"Processes that run go on as they are: start each of them again."
	);
}

async function simulated(house: House, args: readonly string[]): Promise<string> {
	const { values } = parseArgs({ args: [...args], options: { last: { type: "string" }, service: { type: "string" } } });
	const last = Number(values.last ?? 1000);
	if (!Number.isInteger(last) || last < 1) throw new Error("Say how many after --last, such as --last 500.");
	const services = new Map(servicesPart.of(house).map((one) => [one.id, checkedService(one, 1)]));
	const came = await lastToCome(house.db, last, values.service);
	const { moves, unanswered } = simulate(house, services, came);
	const changed = moves.filter(({ from, to }) => from !== to);
	const moved = changed.reduce((sum, { count }) => sum + count, 0);
	return [
		`Of the last ${came.length} requests ${moved} would go elsewhere.`,
		...changed.map(
			({ service, from, to, count, examples }) =>
				`${String(count).padStart(6)}  ${service}: ${from} → ${to}  (such as ${examples.join(", ")})`,
		),
		...unanswered.map(
			({ service, question, count }) =>
				`${String(count).padStart(6)}  ${service}: routing asks “${question}”, which was not answered; it counts as none`,
		),
	].join("\n");
}
