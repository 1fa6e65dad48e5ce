/** What is done twice, or by two at once, is done once and nobody is overwritten. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { createClient } from "./modules/requests/index.ts";
import { publicServices, type Service } from "./modules/services/index.ts";
import { councilPart } from "./platform/council/index.ts";
import { isRefusal } from "./platform/refusal/index.ts";
import { fieldsFor } from "./sites/public/journey/answering.ts";
import { formsIn, mustHoldItsShape } from "./markup.testing.ts";
import {
	type Answered,
	type Caller,
	mustBeCalm,
	nothingIsDue,
	openProgram,
	openReport,
	type Program,
	until,
} from "./testing.ts";
import { mustBeWhole } from "./whole.testing.ts";

describe("what is done twice, or by two at once", () => {
	let program: Program;
	before(async () => {
		program = await openProgram();
	});
	after(() => program.close());

	const many = Array.from({ length: 20 }, (_, at) => at);

	async function count(
		table: "requests.request" | "messages.message" | "requests.entry" | "requests.follower" | "customers.customer",
	): Promise<number> {
		const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
			program.house.db,
		);
		return rows[0]?.n ?? 0;
	}

	/** Answers the first service's form up to its check page. */
	async function answered(customer: Caller): Promise<string> {
		const service = publicServices(program.house).find(needsNoFile);
		assert.ok(service);
		let address = `/services/${service.id}/form`;
		for (let steps = 0; steps < 60 && !address.endsWith("/answers"); steps++) {
			const shown = await customer.ask(address);
			const on = /<a href="([^"]+)" role="button"/.exec(shown.text)?.[1];
			const id = /\/([a-z][a-z0-9-]*)$/.exec(address)?.[1];
			const page = service.form.pages.find((one) => one.page.id === id)?.page ?? service.form.pages[0]?.page;
			if (/\/(risk|stop|check|nearby)\//.test(address) && on) address = on.replaceAll("&amp;", "&");
			else {
				const fields =
					page?.questions.flatMap((question) => fieldsFor(question, councilPart.of(program.house), service.form)) ?? [];
				address = (await customer.post(address, fields)).headers.get("location") ?? "";
			}
		}
		return address;
	}

	it("a form sent twenty times at once is one request with one reference", async () => {
		const customer = program.visitor();
		const address = await answered(customer);
		const requests = await count("requests.request");
		const sent = await Promise.all(many.map(() => customer.post(address, [])));
		for (const one of sent) {
			mustBeCalm(one, address);
			assert.equal(one.status, 303);
			assert.match(one.headers.get("location") ?? "", /\/sent$/);
		}
		assert.equal(await count("requests.request"), requests + 1);
		const shown = await Promise.all(sent.map((one) => customer.ask(one.headers.get("location") ?? "")));
		const references = new Set(shown.map(({ text }) => /[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0]));
		assert.equal(references.size, 1, "everyone reads the same reference");
		assert.equal((await customer.post(address, [])).headers.get("location"), sent[0]?.headers.get("location"));
		assert.equal(await count("requests.request"), requests + 1);
		await mustBeWhole(program.house.db);
	});

	it("a form begun twenty times at once by one browser leaves drafts that can each be gone on with", async () => {
		const customer = program.visitor();
		const service = publicServices(program.house).find(needsNoFile);
		const first = service?.form.pages[0]?.page;
		assert.ok(service && first);
		const fields = first.questions.flatMap((question) =>
			fieldsFor(question, councilPart.of(program.house), service.form),
		);
		await customer.token();
		await customer.post(`/services/${service.id}/form`, fields);
		const begun = await Promise.all(many.map(() => customer.post(`/services/${service.id}/form`, fields)));
		for (const { status, headers } of begun) {
			assert.equal(status, 303);
			assert.equal((await customer.ask(headers.get("location") ?? "")).status, 200);
		}
	});

	/** What an officer fills in, with something good for each field that must be. */
	async function fill(officer: Caller, address: string): Promise<[string, string][]> {
		const page = await officer.ask(address);
		const form = formsIn(mustHoldItsShape(page.text, address)).find((one) => one.action === address);
		assert.ok(form, address);
		const seen = new Map<string, string>();
		for (const { name, kind, value } of form.controls) {
			if (name === "_csrf" || seen.has(name)) continue;
			if (kind === "select") seen.set(name, secondOption(page.text, name));
			else seen.set(name, value === "" && kind !== "radio" ? `Because of ${randomUUID()}` : value);
		}
		return [...seen];
	}

	function secondOption(text: string, name: string): string {
		const select = new RegExp(`<select[^>]*name="${name}"[\\s\\S]*?</select>`).exec(text)?.[0] ?? "";
		return [...select.matchAll(/<option value="([^"]+)"/g)].map(([, value = ""]) => value).at(-1) ?? "";
	}

	for (const noun of ["ownership", "assignment", "moves", "hand-overs", "closure"]) {
		it(`of two officers who send ${noun} at once the second is told, and nothing is overwritten`, async () => {
			const [ada, bob] = [await program.officer("Ada Ash"), await program.officer("Bob Birch")];
			const { reference } = await program.request();
			const address = `/desk/requests/${reference}/${noun}`;
			const [hers, his] = [await fill(ada, address), await fill(bob, address)];
			const entries = await count("requests.entry");
			const sent = await Promise.all([ada.post(address, hers), bob.post(address, his)]);
			for (const one of sent) mustBeCalm(one, address);
			const done = sent.filter(({ status }) => status === 303);
			const told = sent.find(({ status }) => status === 409);
			assert.ok(done.length === 1 && told, sent.map(wordsOf).join("\n"));
			assert.match(told.text, /Someone changed this request after you opened it/);
			assert.match(told.text, /Ada Ash|Bob Birch/, "and reads by whom");
			assert.equal(await count("requests.entry"), entries + 1);
			await mustBeWhole(program.house.db);
		});

		it(`${noun} sent ten times by one officer is done once`, async () => {
			const officer = await program.officer();
			const { reference } = await program.request();
			const address = `/desk/requests/${reference}/${noun}`;
			const fields = await fill(officer, address);
			const entries = await count("requests.entry");
			const sent = await Promise.all(many.slice(0, 10).map(() => officer.post(address, fields)));
			for (const one of sent) mustBeCalm(one, address);
			assert.equal(await count("requests.entry"), entries + 1);
		});
	}

	function wordsOf({ status, text }: Answered): string {
		return `${status}: ${/error-summary__list[\s\S]*?<\/ul>/.exec(text)?.[0] ?? text.slice(0, 200)}`;
	}

	it("who follows a report twenty times follows it once, and is written to once", async () => {
		const customer = program.visitor();
		const { reference, id } = await program.request();
		const { service_id } = await program.house.db
			.selectFrom("requests.request_view")
			.select("service_id")
			.where("id", "=", id)
			.executeTakeFirstOrThrow();
		await until("the first message is sent", () => nothingIsDue(program));
		const [followers, messages] = [await count("requests.follower"), await count("messages.message")];
		const customers = await count("customers.customer");
		const address = `/services/${service_id}/reports/${reference}/followers`;
		await customer.token();
		const sent = await Promise.all(many.map(() => customer.post(address, [["email", "kim@mail.example"]])));
		for (const one of sent) assert.equal(one.status, 200, wordsOf(one));
		await until("the message is sent", () => nothingIsDue(program));
		assert.equal(await count("requests.follower"), followers + 1);
		assert.equal(await count("customers.customer"), customers + 1);
		assert.equal(await count("messages.message"), messages + 1);
	});

	async function clientKey(): Promise<string> {
		const client = await createClient(program.ctx(), { name: "An app", works: true });
		if (isRefusal(client)) throw new Error(client.code);
		return client.key;
	}

	async function openPost(what: string, fields: Record<string, string>): Promise<{ status: number; text: string }> {
		const response = await fetch(`${program.url}/open311/v2/${what}.json`, {
			method: "POST",
			body: new URLSearchParams(fields),
		});
		return { status: response.status, text: await response.text() };
	}

	it("a report that another system sends twenty times at once under its own number is one request of one customer", async () => {
		const said = { api_key: await clientKey(), email: "ida@mail.example", "attribute[fixmystreet_id]": "4711" };
		const fields = { ...openReport(program.house), ...said };
		const before = [await count("requests.request"), await count("customers.customer")];
		const sent = await Promise.all(many.map(() => openPost("requests", fields)));
		for (const { status, text } of sent) assert.equal(status, 200, text);
		const references = new Set(sent.map(({ text }) => /[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0]));
		assert.equal(references.size, 1);
		const after = [await count("requests.request"), await count("customers.customer")];
		assert.deepEqual(
			after,
			before.map((n) => n + 1),
		);
		await mustBeWhole(program.house.db);
	});

	it("an update that another system sends twenty times at once is one line in the timeline", async () => {
		const { reference } = await program.request();
		const entries = await count("requests.entry");
		const fields = {
			api_key: await clientKey(),
			service_request_id: reference,
			update_id: "update-1",
			status: "OPEN",
			updated_datetime: new Date().toISOString(),
			description: "Seen on the round",
		};
		const sent = await Promise.all(many.map(() => openPost("servicerequestupdates", fields)));
		assert.equal(sent.filter(({ status }) => status === 200).length, 1, JSON.stringify(sent[0]));
		for (const { status, text } of sent) assert.ok(status === 200 || /already exists/.test(text), text);
		assert.equal(await count("requests.entry"), entries + 1);
		await mustBeWhole(program.house.db);
	});
});

/** Whether every page can be answered by typing and ticking. */
function needsNoFile({ form }: Service): boolean {
	return form.names.every(({ kind, optional }) => kind !== "group" && (kind !== "files" || optional));
}
