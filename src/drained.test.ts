/** A polite end: what was begun is finished, what was not is left to the next process, and no one notices. */
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import sharp from "sharp";
import { dataFolder, startChild } from "./child.testing.ts";
import { mailServer } from "./connectors/smtp/testing.ts";
import { createClient } from "./modules/requests/index.ts";
import { type House, systemContext } from "./platform/context/index.ts";
import { cloneDatabase, type TestDatabase } from "./platform/db/testing.ts";
import { isRefusal } from "./platform/refusal/index.ts";
import { openProgram, openReport, until } from "./testing.ts";

describe("a polite end", () => {
	let database: TestDatabase;
	let house: House;
	let report: Record<string, string>;
	const data = dataFolder();
	before(async () => {
		database = await cloneDatabase();
		const program = await openProgram(database.url);
		report = openReport(program.house);
		await program.close();
		house = { db: database.db };
	});
	after(async () => {
		await database.close();
		data.remove();
	});

	const boundary = "a-boundary-of-the-test";

	function multipart(fields: Record<string, string>, photo: Buffer): Buffer {
		const parts = Object.entries(fields).map(
			([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
		);
		const file = `--${boundary}\r\nContent-Disposition: form-data; name="media"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
		return Buffer.concat([Buffer.from(parts.join("") + file), photo, Buffer.from(`\r\n--${boundary}--\r\n`)]);
	}

	/** A photo of some megabytes: noise does not become small. */
	function photo(): Promise<Buffer> {
		const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
		return sharp({ create: { width: 1600, height: 1200, channels: 3, background: "#888", noise } })
			.jpeg({ quality: 95 })
			.toBuffer();
	}

	it("a process that is told to end takes in the photo that is on its way, sends the message in hand, and ends well", async () => {
		const client = await createClient(systemContext(house, "test"), { name: "An app", works: false });
		if (isRefusal(client)) throw new Error(client.code);
		await using mail = await slowMail();
		const child = await startChild({
			DATABASE_URL: database.url,
			FRONTDOOR_DATA: data.folder,
			EMAIL_CARRIER: "smtp",
			SMTP_URL: mail.url,
		});
		const fields = { ...report, api_key: client.key, email: "ida@mail.example" };
		const first = await fetch(`${child.url}/open311/v2/requests.json`, {
			method: "POST",
			body: new URLSearchParams(fields),
		});
		assert.equal(first.status, 200, await first.text());
		await until("the message is being sent", () => mail.waiting() > 0);

		const body = multipart({ ...fields, email: "ola@mail.example" }, await photo());
		const half = Math.floor(body.length / 2);
		const upload = request(`${child.url}/open311/v2/requests.json`, {
			method: "POST",
			headers: { "content-type": `multipart/form-data; boundary=${boundary}`, "content-length": body.length },
		});
		const answered = new Promise<{ status: number | undefined; text: string }>((resolved, rejected) => {
			upload.once("error", rejected);
			upload.once("response", (response) => {
				let text = "";
				response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
				response.once("end", () => resolved({ status: response.statusCode, text }));
			});
		});
		await new Promise((written) => upload.write(body.subarray(0, half), written));
		child.signal("SIGTERM");
		await until("it takes nobody new", async () => !(await fetch(`${child.url}/health/live`).catch(() => undefined)));
		upload.end(body.subarray(half));
		const { status, text } = await answered;
		assert.equal(status, 200, text);
		mail.release();
		assert.equal(await child.ended(), 0, child.said());

		const requests = await database.db.selectFrom("requests.request_view").select("id").execute();
		assert.equal(requests.length, 2);
		const photos = await database.db.selectFrom("requests.attachment").select("file_id").execute();
		assert.equal(photos.length, 1, "the photo that was on its way is kept");
		const messages = await database.db.selectFrom("messages.message").select(["recipient", "status"]).execute();
		const ida = messages.find(({ recipient }) => recipient === "ida@mail.example");
		assert.equal(ida?.status, "sent", "the message in hand was sent, and is known to be");
		const { rows } = await sql`select from graphile_worker.jobs where locked_at is not null`.execute(database.db);
		assert.equal(rows.length, 0, "every other job was handed back");
	});

	/** A mail server that takes no letter until it is let, and then every one. */
	async function slowMail() {
		const held: (() => void)[] = [];
		let isOpen = false;
		const server = await mailServer(
			{},
			{
				onData(stream, _session, callback) {
					stream.resume();
					stream.once("end", () => (isOpen ? callback(null) : held.push(() => callback(null))));
				},
			},
		);
		return {
			url: server.url,
			waiting: () => held.length,
			release() {
				isOpen = true;
				for (const take of held) take();
			},
			[Symbol.asyncDispose]: server.close,
		};
	}
});
