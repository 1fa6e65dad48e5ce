import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { definitionShape } from "../../../modules/services/index.ts";
import { searchIndex, searchServices, wordsOf } from "./searchRules.ts";

function service(id: string, name: string, keywords: string[], summary: string) {
	return definitionShape.parse({
		id,
		name,
		keywords,
		summary,
		verb: "report",
		topic: "streets",
		start: { about: ["Tell us."], takes: "3 minutes" },
		form: {
			pages: [
				{ id: "what", questions: [{ id: "what", kind: "text", ask: "What?", why: "Because", error: "Enter it" }] },
			],
			send: "Send",
		},
		register: { summary: "{what}" },
		tier: 2,
		owner: "team",
		public: false,
		stages: [
			{ id: "new", name: "New", public: "received" },
			{ id: "closed", name: "Closed", public: "closed" },
		],
		reopens: { to: "new", within: 28 },
		outcomes: [{ id: "done", name: "Done", words: "Done", status: "fixed" }],
		promise: [{ id: "do", starts: "new", within: { days: 1 }, words: "Within a day" }],
		next: ["We look."],
		privacy: { purpose: "To do it", basis: "Public task", kept: { years: 1, because: "claims" } },
	});
}

const index = searchIndex(
	[
		service(
			"tipping",
			"Report dumped rubbish",
			["fly tip", "mattress", "sofa"],
			"Tell us about rubbish left on a street",
		),
		service("bin", "Report a missed bin", ["bin not emptied", "recycling"], "Tell us if we did not empty your bin"),
		service("hole", "Report a pothole", ["hole in road", "damaged pavement"], "Tell us about a hole in a road"),
	],
	() => "Streets",
);
const found = (query: string) => searchServices(index, query).map((definition) => definition.id);

describe("Searching for a service", () => {
	it("finds it by its name and by what people call it", () => {
		assert.equal(found("pothole")[0], "hole");
		assert.equal(found("someone dumped a sofa")[0], "tipping");
		assert.equal(found("my bins were not emptied")[0], "bin");
	});

	it("finds it while it is still being typed, and with a slip of the keys", () => {
		assert.equal(found("poth")[0], "hole");
		assert.equal(found("potohle")[0], "hole");
		assert.equal(found("matress")[0], "tipping");
		assert.equal(found("recyling")[0], "bin");
	});

	it("puts what people call it before what mentions it", () => {
		assert.equal(found("hole in road")[0], "hole");
		assert.equal(found("fly tips")[0], "tipping");
	});

	it("finds nothing for what the council does not say", () => {
		assert.deepEqual(found("quantum chromodynamics"), []);
		assert.deepEqual(found(""), []);
		assert.deepEqual(found("?!…"), []);
	});

	it("reads any text without harm", () => {
		assert.deepEqual(wordsOf("Café’s   POTHOLES"), ["cafe", "pothole"]);
		assert.deepEqual(found("x".repeat(100_000)), []);
		assert.ok(found("hole ".repeat(10_000)).length > 0);
	});
});
