// What the command line does with a pack alone: no database is asked.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { checkPack, packFolder } from "../src/house.ts";
import { withReference } from "../src/modules/services/reference.ts";
import { definitionSchema } from "../src/modules/services/schema.ts";
import { readConfig } from "../src/platform/config/index.ts";
import { placedInWords } from "../src/platform/module/index.ts";

type Alone = { says: string; run: (args: readonly string[]) => Promise<string> };

export const packCommands: Record<string, Alone> = {
	"pack check": { says: "[COUNCIL]: say everything that is wrong with a pack, and what could be plainer", run: check },
	"pack schema": {
		says: "write docs/service.schema.json, with which editors complete and explain a service",
		run: schema,
	},
};

async function schema(): Promise<string> {
	const file = resolve(import.meta.dirname, "../docs/service.schema.json");
	writeFileSync(file, definitionSchema());
	const guide = resolve(import.meta.dirname, "../docs/services.md");
	writeFileSync(guide, withReference(readFileSync(guide, "utf8")));
	return `Written: ${file} and the keys in ${guide}`;
}

async function check([council]: readonly string[]): Promise<string> {
	const config = readConfig(process.env);
	const name = council ?? config.COUNCIL;
	const pack = packFolder({ ...config, COUNCIL: name });
	if (!existsSync(pack)) throw new Error(`There is no pack in ${pack}.`);
	const { faults, advice } = await checkPack(pack);
	if (faults.length > 0) process.exitCode = 1;
	const verdict =
		faults.length === 0 ? `The pack of ${name} is sound.` : `The pack of ${name} has ${count(faults.length, "fault")}.`;
	return [
		...faults.map(placedInWords),
		...(faults.length > 0 ? [""] : []),
		verdict,
		...(advice.length > 0 ? ["", `${count(advice.length, "thing")} could be said more plainly:`] : []),
		...advice.map(placedInWords),
	].join("\n");
}

function count(number: number, what: string): string {
	return `${number} ${what}${number === 1 ? "" : "s"}`;
}
