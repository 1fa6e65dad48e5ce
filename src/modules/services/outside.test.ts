import assert from "node:assert/strict";
import { test } from "node:test";
import { pathOf } from "../forms/index.ts";
import { remindAt } from "./reminding.ts";
import { sampleDefinition, sampleService } from "./sample.test-data.ts";
import { contradictions } from "./service.ts";

const why = "To go on.";
const ask = { id: "how", kind: "text", ask: "How?", why, error: "Say how" };
const set = {
	id: "papers",
	name: "Papers",
	say: "We need papers.",
	questions: [ask],
	within: { days: 7 },
	unanswered: { words: "We go on without." },
};
const opinion = { id: "doctor", name: "Doctor", say: "Please tell us.", questions: [ask], within: { days: 7 } };
const sentences = (changes: Record<string, unknown>) => {
	const { stages, outcomes } = sampleDefinition();
	const all = { stages, outcomes, ...changes };
	return contradictions(sampleDefinition(all)).map(({ sentence, path }) => `${path.join(".")}: ${sentence}`);
};
const ofSet = (changes: Record<string, unknown>) => sentences({ "asks-customer": [{ ...set, ...changes }] });
const ofOpinion = (changes: Record<string, unknown>) => sentences({ opinions: [{ ...opinion, ...changes }] });

test("a question set and an opinion name only what the service has", () => {
	assert.deepEqual(ofSet({}), []);
	assert.deepEqual(ofOpinion({ shows: ["depth"], moves: ["planned"] }), []);
	assert.match(ofSet({ moves: "plannd" })[0] ?? "", /^asks-customer\.0\.moves: .*"plannd".*planned/);
	assert.match(ofSet({ answered: { move: "nowhere" } })[0] ?? "", /answered\.move: .*which it does not have/);
	assert.match(ofSet({ answered: { move: "closed" } })[0] ?? "", /only an outcome leads to/);
	assert.match(ofSet({ unanswered: { words: "x", close: "lost" } })[0] ?? "", /the outcome "lost"/);
	assert.match(ofOpinion({ shows: ["dept"] })[0] ?? "", /^opinions\.0\.shows\.0: .*"dept".*depth/);
	assert.match(ofOpinion({ moves: ["closed"] })[0] ?? "", /only an outcome leads to/);
	assert.match(sentences({ opinions: [opinion, opinion] })[0] ?? "", /^opinions\.1\.id: Two of its opinions/);
	assert.match(sentences({ "asks-customer": [set, set] })[0] ?? "", /Two of its question sets/);
});

test("what nobody answers leads somewhere, and only somewhere it can lead by itself", () => {
	assert.match(ofSet({ moves: "planned" })[0] ?? "", /would wait for ever/);
	assert.match(
		ofSet({ unanswered: { words: "x", close: "cleared", move: "planned" } }).join(),
		/both moves and closes/,
	);
	assert.match(ofSet({ remind: { days: 9 } })[0] ?? "", /reminds before it is asked/);
	const { outcomes } = sampleDefinition();
	const asks = outcomes.map((outcome) => ({ ...outcome, asks: [ask] }));
	const close = outcomes[0]?.id;
	const by = sentences({ outcomes: asks, "asks-customer": [{ ...set, unanswered: { words: "x", close } }] });
	assert.match(by.join(), /asks what only an officer can fill in/);
});

test("a question that was answered, or was not, goes on where the stage it waited in leads", () => {
	const { stages } = sampleDefinition();
	const led = stages.map((stage) => (stage.id === "planned" ? { ...stage, to: ["done"] } : stage));
	const waits = { ...set, moves: "planned", unanswered: { words: "x", close: "cleared" } };
	const ofAnswered = (move: string) =>
		sentences({ stages: led, "asks-customer": [{ ...waits, answered: { move } }] }).join();
	assert.equal(ofAnswered("done"), "");
	assert.match(ofAnswered("received"), /^asks-customer\.0\.answered\.move: .*does not name in its "to"/);
});

test("an outsider is shown nothing that is sealed", () => {
	const { form } = sampleDefinition();
	const pages = form.pages.map((page) => ({
		...page,
		questions: page.questions.map((one) => ({ ...one, sealed: one.id === "depth" })),
	}));
	const found = sentences({ form: { ...form, pages }, opinions: [{ ...opinion, shows: ["depth"] }] });
	assert.match(found[0] ?? "", /shows the question "depth", which is sealed/);
});

test("a question set asks each question in words that hold, and no group", () => {
	assert.match(ofSet({ questions: [ask, ask] }).join(), /The question set "papers": Two questions are called/);
	assert.match(ofSet({ questions: [{ ...ask, when: 'who == "me"' }] }).join(), /No question before it is called “who”/);
	const group = {
		id: "people",
		kind: "group",
		ask: "Who?",
		why,
		item: "person",
		add: "Add",
		error: "x",
		questions: [ask],
	};
	assert.match(ofSet({ questions: [group] }).join(), /asks a group, which only a service's form can/);
});

test("what is asked only of some comes on a page of its own", () => {
	const more = { id: "more", kind: "text", ask: "More?", why, error: "x", when: 'how == "so"' };
	const { asksCustomer } = sampleService({ "asks-customer": [{ ...set, questions: [ask, more] }] });
	const { form } = asksCustomer.get("papers") ?? assert.fail("no set");
	const asked = (how: string) => pathOf(form, { how }).map(({ questions }) => questions.map(({ id }) => id));
	assert.deepEqual(asked("so"), [["how"], ["more"]]);
	assert.deepEqual(asked("not"), [["how"]]);
});

test("a reminder comes so long before the end, at nine in the morning where it is days", () => {
	const until = new Date("2026-04-08T22:59:59Z");
	const at = (before: Parameters<typeof remindAt>[1]) => remindAt(until, before).toISOString();
	assert.equal(at({ hours: 24 }), "2026-04-07T22:59:59.000Z");
	assert.equal(at({ days: 7 }), "2026-04-01T08:00:00.000Z");
	// Good Friday and Easter Monday do not count.
	assert.equal(at({ "working-days": 3, calendar: "england" }), "2026-04-01T08:00:00.000Z");
	assert.equal(at({ months: 1, calendar: "england" }), "2026-03-08T09:00:00.000Z");
});
