import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Permission } from "../platform/auth/permissions.ts";
import { councilPart } from "../platform/council/index.ts";
import { type Context, type House, visitor } from "../platform/context/index.ts";
import { connect } from "../platform/db/connect.ts";
import { assetsSlot, buildAssets } from "../platform/html/assets/index.ts";
import { html } from "../platform/html/html.ts";
import { themePart } from "../platform/html/theme/index.ts";
import { type Page, page, type Trouble, type Visit } from "../platform/http/index.ts";
import { placesFor } from "./desk/navigation.ts";
import { deskShell } from "./desk/shell.ts";
import { accessibilityPart, privacyPart } from "./public/content.ts";
import { contentRoutes } from "./public/content.routes.ts";
import { publicShell } from "./public/shell.ts";

const packs = join(import.meta.dirname, "../../packs");

// Nothing listens there: pages of trouble must do without a database.
const away = connect("postgres://nobody@127.0.0.1:9/none", { applicationName: "sites test" });
const house: House = { db: away.db };
const out = await mkdtemp(join(tmpdir(), "sites-"));

const visit: Visit = {
	url: "/",
	address: "127.0.0.1",
	agent: "",
	csrf: () => "a-token",
	cookie: () => undefined,
	setCookie: () => undefined,
};
const anyone: Context = { house, actor: visitor, now: new Date(), correlation: "c0de" };

function officer(...held: Permission[]): Context {
	return {
		...anyone,
		actor: {
			kind: "officer",
			id: "1",
			name: "<b>Ann</b>",
			email: "a@x.example",
			teams: [],
			roles: [],
			permissions: new Set(held),
		},
	};
}

before(async () => {
	const [name = ""] = await readdir(packs);
	const pack = join(packs, name);
	for (const part of [themePart, councilPart, accessibilityPart, privacyPart]) await part.read(pack, house);
	assetsSlot.put(house, await buildAssets({ pack, out }));
});
after(async () => {
	await away.close();
	await rm(out, { recursive: true, force: true });
});

const hello = page({ title: "Fish & chips", main: html`<h1>Hello</h1>` });
const shown = (shown: Page, ctx = anyone) => publicShell.wrap(ctx, shown, visit).text;

describe("round every public page", () => {
	test("the title is the page's, then the council's, and says when something is wrong", () => {
		const { name } = councilPart.of(house);
		assert.ok(shown(hello).includes(`<title>Fish &amp; chips - ${name}</title>`));
		assert.ok(shown({ ...hello, wrong: true }).includes("<title>Error: Fish &amp; chips - "));
	});

	test("nothing is inline, so that the content security policy can forbid it", () => {
		const pages = [shown(hello), deskShell.wrap(officer("requests.read"), hello, visit).text];
		for (const markup of pages) {
			assert.doesNotMatch(markup, /\sstyle=|<style|\son[a-z]+=|javascript:/);
			assert.doesNotMatch(markup, /<script(?![^>]*\ssrc=)/);
		}
	});

	test("a page can be skipped to, and its language is said", () => {
		assert.match(shown(hello), /<html lang="en-GB"/);
		assert.match(shown(hello), /<a href="#main-content" class="govuk-skip-link"[\s\S]*<main[^>]* id="main-content"/);
	});

	test("the place one is in is marked, and no other", () => {
		const marked = shown({ ...hello, current: "track" });
		assert.deepEqual(
			[...marked.matchAll(/href="([^"]+)" aria-current="true"/g)].map(([, href]) => href),
			["/track"],
		);
		assert.ok(!shown(hello).includes("aria-current"));
	});

	test("only the page with a map loads the map", () => {
		assert.ok(!shown(hello).includes("/assets/map-"));
		const scripts = shown({ ...hello, scripts: ["map"] });
		assert.match(scripts, /<link rel="stylesheet" href="\/assets\/map-\w+\.css">/);
		assert.match(scripts, /<script type="module" src="\/assets\/map-\w+\.js">/);
	});
});

describe("when something goes wrong", () => {
	const statuses = [400, 403, 404, 405, 413, 415, 429, 500, 503] as const;

	for (const status of statuses) {
		test(`${status} is said in plain words, with the telephone and a code`, () => {
			const trouble: Trouble = { status, problems: [], correlation: "<c0de>" };
			const answer = publicShell.trouble(anyone, trouble);
			assert.equal(answer.status, status);
			const markup = shown(answer);
			assert.ok(markup.includes(councilPart.of(house).contact.phone));
			assert.ok(markup.includes("say this code: <code>&lt;c0de&gt;</code>"));
			assert.ok(!answer.title.includes(String(status)), "people do not speak in numbers");
			assert.match(deskShell.wrap(officer(), deskShell.trouble(officer(), trouble), visit).text, /href="\/desk"/);
		});
	}
});

describe("round every page of the desk", () => {
	test("an officer sees the places that are open to them and no others", () => {
		assert.deepEqual(
			placesFor(new Set<Permission>(["messages.read"])).map(({ name }) => name),
			["messages", "mine"],
		);
		const markup = deskShell.wrap(officer("requests.read"), { ...hello, current: "queue" }, visit).text;
		assert.match(markup, /href="\/desk\/requests" aria-current="true"/);
		assert.ok(!markup.includes('href="/desk/messages"'));
	});

	test("their name is shown as words, and signing out is a form that cannot be forged", () => {
		const markup = deskShell.wrap(officer(), hello, visit).text;
		assert.ok(markup.includes("&lt;b&gt;Ann&lt;/b&gt;"));
		assert.match(
			markup,
			/action="\/desk\/sign-out" method="post">\s*<input type="hidden" name="_csrf" value="a-token">/,
		);
	});

	test("who is not signed in sees neither search nor places", () => {
		const markup = deskShell.wrap(anyone, hello, visit).text;
		assert.ok(!markup.includes("data-search") && !markup.includes("sign-out") && !markup.includes("/desk/requests"));
	});
});

describe("the pages that every website has", () => {
	for (const path of ["/accessibility", "/privacy", "/cookies", "/contact"]) {
		test(`${path} is there, with one heading, and every blank in its words is filled`, async () => {
			const found = contentRoutes.find((one) => one.path === path);
			const answer = await found?.run(anyone, { params: {}, query: {}, form: {}, files: [], visit });
			assert.ok(answer?.kind === "page");
			const markup = shown(answer);
			assert.equal([...markup.matchAll(/<h1/g)].length, 1);
			assert.doesNotMatch(markup, /\{\w+\}|\]\(/);
		});
	}
});
