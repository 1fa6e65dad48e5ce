import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { serviceById, services } from "./modules/services/index.ts";
import { teams } from "./modules/staff/index.ts";
import { councilPart } from "./platform/council/index.ts";
import { openProgram, type Program } from "./testing.ts";

const packs = resolve(import.meta.dirname, "../packs");
const pack = mkdtempSync(join(tmpdir(), "front-door-one-file-"));
let program: Program;

/** All there is of a new service. The team and the topic are any that the pack has. */
const kite = (team: string, topic: string) => `id: free-a-kite
name: Free a kite from a tree
verb: request
topic: ${topic}
summary: Ask us to fetch a kite that hangs in a tree.
keywords: [kite, string in a tree]
start: { about: [Tell us where it hangs.], takes: 1 minute }
form:
  send: Send your request
  pages:
    - id: height
      questions:
        - id: height
          kind: choice
          ask: How high does it hang?
          why: To bring the right ladder.
          options: [{ value: low, label: Low }, { value: high, label: High }]
          error: Select how high it hangs
    - id: tree
      questions:
        - { id: tree, kind: text, ask: Which tree is it in?, why: To find it., error: Enter which tree }
    - id: email
      questions:
        - { id: email, kind: email, ask: What is your email address?, why: To answer you., error: Enter your email address }
register: { summary: "A kite, {height}", description: tree, email: email }
tier: 0
owner: ${team}
public: true
stages:
  - { id: received, name: Received, public: received }
  - { id: closed, name: Closed, public: closed }
reopens: { to: received, within: 28 }
outcomes: [{ id: freed, name: Freed, words: We have your kite., status: fixed }]
promise:
  - { id: free, starts: received, within: { days: 5 }, words: We come within 5 days }
next: [We come with a ladder.]
privacy: { purpose: To free kites, basis: Public task, kept: { years: 1, because: Kites come back } }
open311: { code: KITE, group: Trees }
`;

before(async () => {
	const [council = ""] = readdirSync(packs);
	cpSync(join(packs, council), pack, { recursive: true });
	const beforeIt = await openProgram(undefined, pack);
	const [team] = teams(beforeIt.house);
	const [service] = services(beforeIt.house);
	await beforeIt.close();
	writeFileSync(join(pack, "services/free-a-kite.yaml"), kite(team?.id ?? "", service?.definition.topic ?? ""));
	program = await openProgram(undefined, pack);
});
after(async () => {
	await program.close();
	rmSync(pack, { recursive: true });
});

test("a new service is one file: it is found, asked for, worked, and told to other systems", async () => {
	const visitor = program.visitor();
	const found = await visitor.ask("/search?q=kite");
	assert.match(found.text, /<a [^>]*href="\/services\/free-a-kite"/);

	const startPage = await visitor.ask("/services/free-a-kite");
	assert.equal(startPage.status, 200);
	assert.match(startPage.text, /Free a kite from a tree/);

	let page = await visitor.follow("/services/free-a-kite/form");
	const answer = async (asked: RegExp, fields: [string, string][]) => {
		assert.match(page.text, asked);
		const sent = await visitor.post(page.path, fields);
		page = await visitor.follow(sent.headers.get("location") ?? "");
	};
	await answer(/How high does it hang\?/, [["height", "high"]]);
	await answer(/Which tree is it in\?/, [["tree", "The old oak"]]);
	await answer(/What is your email address\?/, [["email", "ivy@mail.example"]]);
	await answer(/The old oak/, []);
	assert.match(page.text, /We come with a ladder\./);
	const reference = new RegExp(`${councilPart.of(program.house).referencePrefix}-?[\\w-]+`).exec(page.text)?.[0];
	assert.ok(reference, "the confirmation says the reference");

	const officer = await program.officer();
	const queue = await officer.follow("/desk/requests?service=free-a-kite");
	assert.match(queue.text, new RegExp(reference));
	assert.match(queue.text, /A kite, high/);

	const listed = await visitor.ask("/open311/v2/services.json");
	assert.match(listed.text, /"service_code":\s*"KITE"/);
	assert.equal(serviceById(program.house, "free-a-kite")?.version, 1);
});
