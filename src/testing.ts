/**
 * The whole program for tests that go at it from outside: the real house on a real database, and callers without a browser.
 * They walk the pack that COUNCIL names, or the one that runs when none is named.
 */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { modules, openHouse, routes } from "./house.ts";
import { submitRequest, type Submitted } from "./modules/requests/index.ts";
import type { PageOfQuestions } from "./modules/forms/index.ts";
import { type Service, services } from "./modules/services/index.ts";
import { addOfficer, resolveOfficer, rolesPart, teams } from "./modules/staff/index.ts";
import { officerCookie, permissions, startSession } from "./platform/auth/index.ts";
import { readConfig } from "./platform/config/index.ts";
import { type Context, type House, systemContext } from "./platform/context/index.ts";
import { councilPart } from "./platform/council/index.ts";
import { connect } from "./platform/db/connect.ts";
import { cloneDatabase } from "./platform/db/testing.ts";
import { assetsSlot } from "./platform/html/assets/index.ts";
import { buildServer } from "./platform/http/index.ts";
import { CookieJar, tokenOn } from "./platform/http/testing.ts";
import { startWorker } from "./platform/jobs/index.ts";
import { isRefusal } from "./platform/refusal/index.ts";
import { londonDate } from "./platform/time/index.ts";
import { fieldsFor } from "./sites/public/journey/answering.ts";

export type Program = {
	url: string;
	house: House;
	ctx: () => Context;
	/** What the log said. */
	lines: string[];
	visitor(): Caller;
	/** An officer of every team who may do everything, signed in. */
	officer(name?: string): Promise<Caller>;
	/** A request of someone who can be reached by email; of the first service whose requests others may see when none is given. */
	request(service?: Service, email?: string): Promise<Submitted>;
	close(): Promise<void>;
};

/**
 * The web server with every route, and a worker, on a database of its own or on the migrated one at `databaseUrl`; with the
 * pack in another folder when one is given.
 */
export async function openProgram(databaseUrl?: string, pack?: string): Promise<Program> {
	const database = databaseUrl === undefined ? await cloneDatabase() : connect(databaseUrl, { max: 16 });
	const data = mkdtempSync(join(tmpdir(), "front-door-program-"));
	const settings = {
		COUNCIL: process.env["COUNCIL"],
		FRONTDOOR_DATA: data,
		FRONTDOOR_SECRET: "a secret of thirty-two characters or more",
		RATE_LIMIT: "10000000",
		LOG_LEVEL: "error",
	};
	const house = await openHouse(readConfig(settings), database.db, () => {}, {
		assets: resolve("var/assets"),
		...(pack === undefined ? {} : { pack }),
	});
	rolesPart.put(house, { ...rolesPart.of(house), everything: { name: "Everything", may: [...permissions] } });
	const lines: string[] = [];
	const worker = await startWorker(house, database.pool, modules, {
		log: (level, fields) => void (level === "error" && lines.push(JSON.stringify(fields))),
	});
	const app = await buildServer({
		house,
		routes,
		resolveOfficer: resolveOfficer(house),
		assetsFolder: assetsSlot.of(house).folder,
		logTo: { write: (line) => void lines.push(line) },
	});
	await app.listen({ port: 0, host: "127.0.0.1" });
	const address: AddressInfo | string | null = app.server.address();
	assert.ok(address !== null && typeof address === "object");
	const url = `http://127.0.0.1:${address.port}`;
	const ctx = () => systemContext(house, "test");
	const first = services(house).find(({ definition }) => definition.public && definition.nearby);
	assert.ok(first, "the pack has a service whose reports others may follow");
	const formPage = `/services/${first.id}/form`;
	return {
		url,
		house,
		ctx,
		lines,
		visitor: () => new Caller(url, formPage),
		async officer(name = "Robin Marsh") {
			const caller = new Caller(url, formPage);
			const email = `${randomUUID()}@council.example`;
			const all = teams(house).map(({ id }) => id);
			const added = await addOfficer(ctx(), { email, name, roles: ["everything"], teams: all });
			if (isRefusal(added)) throw new Error(`The officer was refused: ${added.code}`);
			const subject = { kind: "officer", id: added.id } as const;
			const session = { subject, method: "password-and-code", agent: "test" } as const;
			caller.jar.set(officerCookie, await startSession(house.db, new Date(), session));
			return caller;
		},
		request: (service = first, email = `${randomUUID()}@mail.example`) =>
			submitRequest(ctx(), { service, answers: {}, customer: { name: "Sam Reed", email }, channel: "web" }),
		async close() {
			await app.close();
			await worker.stop();
			await database.close();
			rmSync(data, { recursive: true, force: true });
		},
	};
}

/** Waits until `holds`; fails with `what` when it does not within `seconds`. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 20): Promise<void> {
	const deadline = performance.now() + seconds * 1_000;
	while (!(await holds())) {
		if (performance.now() > deadline) assert.fail(`In ${seconds} seconds it did not come true that ${what}.`);
		await new Promise((next) => setTimeout(next, 20));
	}
}

/** Whether every job has been done, or waits for a later try. */
export async function nothingIsDue({ house: { db } }: Pick<Program, "house">): Promise<boolean> {
	const { rows } = await sql`select from graphile_worker.jobs
		where locked_at is not null or (run_at <= now() and attempts < max_attempts) limit 1`.execute(db);
	return rows.length === 0;
}

export type Answered = { status: number; path: string; text: string; headers: Headers; ms: number };
export type Fields = Iterable<readonly [string, string]>;

/** Someone who asks as a browser without script does: keeps cookies and follows redirects when told to. */
export class Caller {
	readonly jar = new CookieJar();
	readonly #url: string;
	readonly #formPage: string;
	#token = "";
	constructor(url: string, formPage: string) {
		this.#url = url;
		this.#formPage = formPage;
	}
	async ask(path: string, init: RequestInit = {}): Promise<Answered> {
		const started = performance.now();
		const headers = new Headers(init.headers);
		headers.set("cookie", this.jar.header);
		const response = this.jar.keep(await fetch(this.#url + path, { redirect: "manual", ...init, headers }));
		const text = await response.text();
		const token = tokenOn(text);
		if (token !== "") this.#token = token;
		return { status: response.status, path, text, headers: response.headers, ms: performance.now() - started };
	}
	/** The same, going on to where a redirect leads. */
	async follow(path: string, init: RequestInit = {}): Promise<Answered> {
		let answered = await this.ask(path, init);
		for (let hops = 0; hops < 10 && answered.status >= 300 && answered.status < 400; hops++) {
			answered = await this.ask(answered.headers.get("location") ?? "/");
		}
		return answered;
	}
	/** A token that the forms of this caller are taken with. */
	async token(): Promise<string> {
		if (this.#token === "") await this.ask(this.#formPage);
		assert.notEqual(this.#token, "", "a page with a form gives a token");
		return this.#token;
	}
	async post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Answered> {
		const pairs = [["_csrf", await this.token()], ...[...fields].map(([name, value]) => [name, value])];
		return this.ask(path, { method: "POST", body: new URLSearchParams(pairs), headers });
	}
}

const trace =
	/\bat (?:async )?[\w.<>$ ]*\(?(?:file:\/\/|node:|\/)\S+:\d+:\d+|node_modules|\bselect .{1,200} from \w+\.\w+/i;

/** What every answer must be, whatever was asked: no fault of ours, nothing of our insides, named, and soon. */
export function mustBeCalm(answered: Answered, asked: string): void {
	const { status, text, headers, ms } = answered;
	const said = `${asked}: ${status} ${text.slice(0, 300)}`;
	assert.ok(status >= 200 && status < 500, said);
	assert.doesNotMatch(text, trace, said);
	assert.match(headers.get("x-request-id") ?? "", /^[\w-]{8,64}$/, said);
	if (status < 300 || status >= 400) assert.ok(text !== "" && headers.has("content-type"), said);
	assert.ok(ms < 10_000, `${asked} took ${Math.round(ms)} ms`);
}

/** What another system sends of a report, save its key: an answer to every question of the first service that other systems may use. */
export function openReport(house: House): Record<string, string> {
	const council = councilPart.of(house);
	const found = services(house).find(
		({ definition, form }) => definition.public && definition.open311 && form.pages.every(isSimple),
	);
	assert.ok(found?.definition.open311, "the pack has a service that other systems may use");
	const questions = found.form.pages.flatMap(({ page }) => page.questions);
	const asked = questions.filter(({ kind }) => !["place", "photos", "name", "email", "phone"].includes(kind));
	return {
		service_code: found.definition.open311.code,
		lat: String(council.map.latitude),
		long: String(council.map.longitude),
		first_name: "Ida",
		description: "By the bridge",
		...Object.fromEntries(
			asked.map((one) => [
				`attribute[${one.id}]`,
				one.kind === "date" ? londonDate(new Date()) : (fieldsFor(one, council)[0]?.[1] ?? ""),
			]),
		),
	};
}

function isSimple({ page }: { page: PageOfQuestions }): boolean {
	return page.questions.every(({ kind }) => kind !== "address");
}
