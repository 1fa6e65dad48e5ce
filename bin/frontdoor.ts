// The command line: npm run frontdoor -- <command>. Works on the same settings as npm start, beside it or without it.
import { readFileSync } from "node:fs";
import { openHouse, openPack } from "../src/house.ts";
import { besideCommands } from "./besideCommands.ts";
import { importCommand } from "./importCommand.ts";
import { indexCommands } from "./indexCommands.ts";
import { packCommands } from "./packCommands.ts";
import { drawMaps } from "../src/maps.ts";
import { openDatabase } from "../src/main.ts";
import { noteBounceReport } from "../src/modules/messages/index.ts";
import { machine, relink } from "../src/modules/records/index.ts";
import { addOfficer, currentCode } from "../src/modules/staff/index.ts";
import { meaningsForPack } from "../src/modules/services/index.ts";
import { createClient } from "../src/modules/requests/index.ts";
import { verifyChain } from "../src/platform/audit/index.ts";
import { readConfig } from "../src/platform/config/index.ts";
import { type House, systemContext } from "../src/platform/context/index.ts";
import { connect } from "../src/platform/db/connect.ts";
import { isRefusal } from "../src/platform/refusal/index.ts";

type Command = { says: string; run: (house: House, args: readonly string[]) => Promise<string> };

const commands: Record<string, Command> = {
	migrate: { says: "bring the database up to date", run: async () => "The database is up to date." },
	"audit verify": { says: "walk the ledger's chain and say whether anything was changed", run: verify },
	"officer add": { says: "EMAIL NAME ROLE[,ROLE] TEAM[,TEAM]: add an officer, print a first password", run: add },
	"officer code": { says: "EMAIL: print the one-time code that is good now", run: code },
	"client add": {
		says: "NAME [works]: let another system in, print its API key once; works: its updates move requests",
		run: client,
	},
	"index import": importCommand,
	"index relink": {
		says: "compare all records of the Citizen Index with each other, link and ask, and learn anew",
		run: relinked,
	},
	"messages bounce": { says: "< report.eml: note an address that mail came back from", run: bounce },
	"search export": {
		says: "print what officers told the search that people mean, for the pack's synonyms.yaml",
		run: (house) => meaningsForPack(systemContext(house, "Command line")),
	},
};

async function verify(house: House): Promise<string> {
	const report = await verifyChain(house.db);
	if (report.whole) return `The ledger is whole: ${report.length} entries. Its head is ${report.head}.`;
	process.exitCode = 1;
	return `The ledger is broken after entry ${report.position}: ${report.problem}.`;
}

async function add(house: House, [email, name, roles = "", teams = ""]: readonly string[]): Promise<string> {
	if (!email || !name) throw new Error("Say the officer's email address and name.");
	const added = await addOfficer(systemContext(house, "Command line"), {
		email,
		name,
		roles: roles.split(",").filter(Boolean),
		teams: teams.split(",").filter(Boolean),
	});
	if (isRefusal(added)) throw new Error(`The officer was not added: ${added.code}.`);
	return `${name} can sign in at /desk with this password, and sets up a one-time code there: ${added.password}`;
}

async function code(house: House, [email]: readonly string[]): Promise<string> {
	const now = email && (await currentCode(house, email));
	if (!now) throw new Error("No officer of that address has set up a one-time code.");
	return now;
}

async function client(house: House, [name = "", works]: readonly string[]): Promise<string> {
	const added = await createClient(systemContext(house, "Command line"), { name, works: works === "works" });
	if (isRefusal(added)) throw new Error("Say the other system's name.");
	return `The API key of ${name}, which is not shown again: ${added.key}`;
}

const bounceRefusals = {
	"no-report": "This is not a report that a message came back.",
	"not-final": "The report says that delivery is still being tried.",
	unknown: "The report names no message of ours.",
} as const;

async function bounce(house: House): Promise<string> {
	const noted = await noteBounceReport(systemContext(house, "Command line"), readFileSync(0));
	if (!isRefusal(noted)) return "The address is noted.";
	process.exitCode = 1;
	return bounceRefusals[noted.code];
}

async function relinked(house: House): Promise<string> {
	const say = (sentence: string) =>
		process.stderr.write(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${sentence}\n`);
	const done = await relink(systemContext(house, "Command line"), { ...machine(), say });
	const [records, linked, toJudge] = [done.records, done.linked, done["to-judge"]].map((one) =>
		one.toLocaleString("en-GB"),
	);
	return `Of ${records} records ${linked} pairs were linked, and ${toJudge} are for people to judge: /desk/pairs`;
}

async function main(words: readonly string[]): Promise<void> {
	if (words[0] === "maps") {
		drawMaps(false);
		return;
	}
	const alone = { ...packCommands, ...indexCommands }[words.slice(0, 2).join(" ")];
	if (alone) {
		console.log(await alone.run(words.slice(2)));
		return;
	}
	const beside = besideCommands[words.slice(0, 2).join(" ")];
	const name = [words.slice(0, 2).join(" "), words[0] ?? ""].find((one) => commands[one]);
	const command = name === undefined ? undefined : commands[name];
	if (!beside && (name === undefined || !command)) {
		const list = Object.entries({ ...commands, ...packCommands, ...indexCommands, ...besideCommands }).map(
			([each, { says }]) => `  ${each.padEnd(16)} ${says}`,
		);
		console.log(["npm run frontdoor -- <command>", "", ...list, "  maps             draw docs/maps again"].join("\n"));
		process.exitCode = words.length > 0 ? 1 : 0;
		return;
	}
	const config = readConfig(process.env);
	const database = await openDatabase(config, () => {});
	const connection = connect(database.url, { max: 4, applicationName: "frontdoor command" });
	try {
		if (beside) console.log(await beside.run(await openPack(config, connection.db), words.slice(2)));
		else if (name && command) {
			const house = await openHouse(config, connection.db);
			console.log(await command.run(house, words.slice(name.split(" ").length)));
		}
	} finally {
		await connection.close();
		await database.stop();
	}
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
