/** The power goes at the worst moment, five times over. Nothing that was acknowledged is lost and nobody is written to twice. */
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { type Child, dataFolder, startChild } from "./child.testing.ts";
import { type MailServer, mailServer } from "./connectors/smtp/testing.ts";
import { messagesModule } from "./modules/messages/index.ts";
import { createClient } from "./modules/requests/index.ts";
import { type House, systemContext } from "./platform/context/index.ts";
import { cloneDatabase, type TestDatabase } from "./platform/db/testing.ts";
import { isRefusal } from "./platform/refusal/index.ts";
import { nothingIsDue, openProgram, openReport, until } from "./testing.ts";
import { mustBeWhole } from "./whole.testing.ts";

describe("the power goes", () => {
	let database: TestDatabase;
	let mail: MailServer;
	let house: House;
	let report: Record<string, string>;
	const data = dataFolder();
	before(async () => {
		[database, mail] = await Promise.all([cloneDatabase(), mailServer()]);
		const program = await openProgram(database.url);
		report = openReport(program.house);
		await program.close();
		house = { db: database.db };
	});
	after(async () => {
		await mail.close();
		await database.close();
		data.remove();
	});

	type Report = { number: string; email: string; reference: string | undefined };

	/** Sends one report; its reference, or undefined when no answer came. Under its own number it may be sent again. */
	async function submit(url: string, key: string, { number, email }: Report): Promise<string | undefined> {
		const body = new URLSearchParams({ ...report, api_key: key, email, "attribute[fixmystreet_id]": number });
		const response = await fetch(`${url}/open311/v2/requests.json`, { method: "POST", body }).catch(() => undefined);
		const text = await response?.text().catch(() => undefined);
		if (response === undefined || text === undefined) return undefined;
		assert.equal(response.status, 200, text);
		const reference = /[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];
		assert.ok(reference, text);
		return reference;
	}

	it("a process killed five times while reports come in loses none that it acknowledged, and writes to nobody twice", async () => {
		const client = await createClient(systemContext(house, "test"), { name: "An app", works: false });
		if (isRefusal(client)) throw new Error(client.code);
		const settings = {
			DATABASE_URL: database.url,
			FRONTDOOR_DATA: data.folder,
			EMAIL_CARRIER: "smtp",
			SMTP_URL: mail.url,
		};
		const reports: Report[] = [];
		const next = (): Report => {
			const lost = reports.find((one) => one.reference === undefined && !underWay.has(one));
			if (lost) return lost;
			const number = `r${reports.length + 1}`;
			const made = { number, email: `${number}@mail.example`, reference: undefined };
			reports.push(made);
			return made;
		};
		const underWay = new Set<Report>();
		const acknowledged = () => reports.filter(({ reference }) => reference !== undefined).length;

		const submitUntilDead = async (child: Child, isOver: () => boolean) => {
			while (!isOver()) {
				const one = next();
				underWay.add(one);
				const reference = await submit(child.url, client.key, one);
				underWay.delete(one);
				if (reference === undefined) return;
				one.reference = reference;
			}
		};

		for (let round = 0; round < 5; round++) {
			const child = await startChild(settings);
			const enough = acknowledged() + randomInt(3, 40);
			const submitters = Array.from({ length: 8 }, () => submitUntilDead(child, () => false));
			await until(`${enough} reports are acknowledged`, () => acknowledged() >= enough);
			assert.equal(await child.end("SIGKILL"), "SIGKILL");
			await Promise.all(submitters);
		}

		const child = await startChild(settings);
		const missing = () => reports.some(({ reference }) => reference === undefined);
		await submitUntilDead(child, () => !missing());
		await until("all that was promised is done", () => nothingIsDue({ house }), 40);
		assert.equal(await child.end("SIGTERM"), 0, child.said());

		const kept = await database.db.selectFrom("requests.request").select(["reference", "client_reference"]).execute();
		assert.equal(kept.length, reports.length);
		assert.deepEqual(
			Object.fromEntries(kept.map((one) => [one.client_reference, one.reference])),
			Object.fromEntries(reports.map((one) => [one.number, one.reference])),
			"every report is one request, with the reference that was acknowledged",
		);
		await mustBeWhole(database.db);
		await mustHaveWrittenOnce(reports);
	});

	async function mustHaveWrittenOnce(reports: readonly Report[]): Promise<void> {
		const late = new Date(Date.now() + 11 * 60_000);
		for (const { run } of messagesModule.daily) await run(systemContext(house, "test", late));
		const { rows } = await sql<{ recipient: string; id: string; status: string; problem: string | null }>`
		select recipient, id, status, problem from messages.message where template = 'request-received'`.execute(
			database.db,
		);
		assert.deepEqual(rows.map(({ recipient }) => recipient).sort(), reports.map(({ email }) => email).sort());
		const delivered = new Map<string, number>();
		for (const letter of mail.accepted) {
			const id = /^message-id: <([^@>]+)@/im.exec(letter)?.[1] ?? "";
			delivered.set(id, (delivered.get(id) ?? 0) + 1);
		}
		assert.deepEqual(
			[...delivered].filter(([, times]) => times > 1),
			[],
			"nobody got a letter twice",
		);
		assert.deepEqual(
			[...delivered.keys()].filter((id) => !rows.some((one) => one.id === id)),
			[],
		);
		for (const { id, status, problem } of rows) {
			assert.ok(status === "sent" || status === "unsure", `a message is ${status}: ${problem}`);
			if (status === "sent") assert.equal(delivered.get(id), 1, "what is called sent was delivered");
		}
		const unsure = rows.filter(({ status }) => status === "unsure").length;
		// At most what each of five processes could have had in hand.
		assert.ok(unsure <= 5 * 4, `${unsure} of ${rows.length} messages are unsure`);
	}
});
