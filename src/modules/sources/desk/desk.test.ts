import assert from "node:assert/strict";
import { createReadStream, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Permission } from "../../../platform/auth/permissions.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Answer, Route, Upload, Visit } from "../../../platform/http/index.ts";
import { Forbidden, NotFound } from "../../../platform/refusal/index.ts";
import { takeInJob } from "../imports/begin.ts";
import { sourcesModule } from "../index.ts";
import { deliver } from "../sending/deliver.ts";
import { openSources } from "../testing.ts";

const folder = mkdtempSync(join(tmpdir(), "frontdoor-desk-"));
const visit: Visit = {
	url: "/",
	address: "127.0.0.1",
	agent: "",
	csrf: () => "token",
	cookie: () => undefined,
	setCookie: () => {},
};
const heading = "Account,Forename,Surname,Born,Email,Postcode,Band,Owed,CTR,From,Until";

describe("sources at the desk", () => {
	let council: Awaited<ReturnType<typeof openSources>>;
	before(async () => {
		council = await openSources();
	});
	after(() => council.close());

	function officer(permissions: readonly Permission[] = ["sources.manage"]): Context {
		const actor = {
			kind: "officer",
			id: crypto.randomUUID(),
			name: "Ada",
			email: "a@x.org",
			teams: [],
			roles: [],
		} as const;
		return { ...council.ctx(), actor: { ...actor, permissions: new Set(permissions) } };
	}

	function file(text: string): Upload {
		const path = join(folder, `${crypto.randomUUID()}.csv`);
		writeFileSync(path, text);
		return {
			field: "file",
			name: "ct.csv",
			path,
			bytes: text.length,
			tooBig: false,
			open: () => createReadStream(path),
		};
	}

	async function ask(
		method: "GET" | "POST",
		url: string,
		{ form = {}, files = [], ctx = officer() }: { form?: object; files?: Upload[]; ctx?: Context } = {},
	): Promise<Answer> {
		for (const route of sourcesModule.routes) {
			const params = route.method === method ? paramsOf(route, url) : undefined;
			if (params) return route.run(ctx, { params, query: {}, form, files, visit });
		}
		return assert.fail(`no route for ${url}`);
	}

	function paramsOf(route: Route, url: string): Record<string, string> | undefined {
		const [asked, wanted] = [url.split("/"), route.path.split("/")];
		if (asked.length !== wanted.length) return undefined;
		const params: Record<string, string> = {};
		for (const [at, part] of wanted.entries()) {
			if (part.startsWith(":")) params[part.slice(1)] = asked[at] ?? "";
			else if (part !== asked[at]) return undefined;
		}
		return params;
	}

	function text(answer: Answer): string {
		if (answer.kind === "page") return answer.main.text.replaceAll(/\s+/g, " ");
		return answer.kind === "body" && typeof answer.body === "string" ? answer.body : assert.fail(answer.kind);
	}

	async function bring(content: string, form = {}): Promise<string> {
		const sent = await ask("POST", "/desk/sources/council-tax/imports", { files: [file(content)], form });
		return sent.kind === "redirect" ? sent.to : assert.fail(text(sent));
	}

	it("are listed for those who look after them", async () => {
		const list = text(await ask("GET", "/desk/sources"));
		assert.match(list, /Council tax.*Revenues.*Never/);
		assert.match(text(await ask("GET", "/desk/sources/library")), /Public Libraries and Museums Act 1964/);
		await assert.rejects(ask("GET", "/desk/sources", { ctx: officer(["customers.read"]) }), Forbidden);
		await assert.rejects(ask("GET", "/desk/sources/gas"), NotFound);
	});

	it("show what a file holds, take it in when told to, and say what became of each line", async () => {
		const at = await bring(`${heading}\nP1,Ann,Ox,,ann@,,,,,,\n,Bob,<b>Ray,,,,,,,,\n`);
		const preview = text(await ask("GET", at));
		assert.match(preview, /To confirm.*Line 2.*Cannot be right.*Take 1 record in.*1 line left out/);
		const begun = await ask("POST", `${at}/beginning`);
		assert.deepEqual(begun.kind === "redirect" && begun.to, at);
		const running = await ask("GET", at);
		assert.match(text(running), /0 of 1 record taken in, 0 %/);
		assert.deepEqual(running.kind === "page" && running.headers, { refresh: "3" });
		await takeInJob.run(council.ctx(), { importId: at.split("/").at(-1) ?? "" });
		assert.match(text(await ask("GET", at)), /Done.*New.*1.*Left out.*1/);
		assert.match(
			text(await ask("GET", `${at}/faults.csv`)),
			/2,email,Email: “ann@” is not an email address\.,no\r\n3,,It has no account\.,yes/,
		);
		assert.match(text(await ask("GET", `${at}/left-out.csv`)), /Account,Forename.*\r\n,Bob,<b>Ray,/);
		assert.match(text(await ask("GET", "/desk/sources")), /Council tax.*Revenues<\/td>.*>1<.*/);
		const { rows } = await council.pool.query(
			"select action, purpose from audit.entry where action = 'source-import.read'",
		);
		assert.ok(rows.length >= 3);
	});

	it("say what a file is in words, and keep what was ticked", async () => {
		const none = await ask("POST", "/desk/sources/council-tax/imports", { form: { whole: "yes" } });
		assert.match(text(none), /Choose a CSV file.*value="yes" checked/);
		const excel = await ask("POST", "/desk/sources/council-tax/imports", { files: [file("PK\x03\x04")] });
		assert.match(text(excel), /is an Excel workbook/);
		assert.equal(excel.kind === "page" && excel.status, 400);
	});

	it("read a file by other columns when told which is which", async () => {
		const at = await bring("Account,Forename,NAME2\nQ1,Ann,Ox\n");
		assert.match(text(await ask("GET", at)), /No column was found for surname/);
		const wrong = await ask("POST", `${at}/columns`, { form: { "column-account": "Nothing" } });
		assert.match(text(wrong), /no column “Nothing”/);
		await ask("POST", `${at}/columns`, {
			form: { "column-account": "Account", "column-surname": "NAME2", "column-given": "" },
		});
		const read = text(await ask("GET", at));
		assert.match(read, /Surname.*NAME2.*Ox/);
		assert.match(read, /Not read: Forename/);
		await ask("POST", `${at}/withdrawal`);
		assert.match(text(await ask("GET", at)), /set aside/);
	});

	it("show what other systems sent beside the files, with what was wrong in it", async () => {
		const system = { kind: "client", id: crypto.randomUUID(), name: "Tax system" } as const;
		const ctx: Context = { ...council.ctx(), actor: system };
		const [source] = council.sources;
		if (source)
			await deliver(ctx, source, { records: [{ account: "S1", surname: "Ox" }, { surname: "Ray" }], gone: [] });
		const shown = text(await ask("GET", "/desk/sources/council-tax"));
		const at = /What other systems sent.*?href="([^"]+)">Sent by Tax system</.exec(shown)?.[1] ?? "";
		assert.match(text(await ask("GET", at)), /Done.*1 line left out.*It has no account\./);
	});

	it("ask before a file of all records makes many of them gone", async () => {
		const many = Array.from({ length: 60 }, (_, at) => `G${at},Ann,Ox,,,,,,,,`).join("\n");
		const all = await bring(`${heading}\n${many}\n`);
		await ask("POST", `${all}/beginning`);
		await takeInJob.run(council.ctx(), { importId: all.split("/").at(-1) ?? "" });
		const few = await bring(`${heading}\nG1,Ann,Ox,,,,,,,,\n`, { whole: "yes" });
		assert.match(text(await ask("GET", few)), /61 of the 62 records that the source has are not in this file/);
		assert.match(text(await ask("POST", `${few}/beginning`)), /There is a problem.*Say that the records/);
		assert.equal((await ask("POST", `${few}/beginning`, { form: { sure: "yes" } })).kind, "redirect");
		await ask("POST", `${few}/stop`);
		assert.match(text(await ask("GET", few)), /Stopped.*Go on/);
	});
});
