import assert from "node:assert/strict";
import { test } from "node:test";
import { cloneDatabase } from "../../platform/db/testing.ts";
import { nowhere } from "./around.ts";
import { strangers } from "./check/strangers.ts";
import { routeFor } from "./routing.ts";
import { sampleDefinition, sampleService } from "./sample.test-data.ts";
import { contradictions, readyService } from "./service.ts";
import { movesFrom, stageInWords, wireStatusOf } from "./stages.ts";
import { publish, storedDefinition } from "./versions.ts";
import { summaryFor } from "./words.ts";

const service = sampleService();

test("a request goes where the first true rule says, and to the owner when none is", () => {
	assert.deepEqual(routeFor(service, { danger: "yes" }, nowhere), {
		team: "rescue",
		tier: 3,
		urgent: true,
		because: "Someone may be hurt",
	});
	assert.deepEqual(routeFor(service, { danger: "no" }, nowhere), {
		team: "winter-crew",
		tier: 0,
		urgent: false,
		because: null,
	});
});

test("where a request is and when it came can decide who gets it", () => {
	const by = (when: string) => sampleService({ routing: [{ when, team: "night-crew", because: "It is late" }] });
	const night = { at: { ward: "Hill", locality: "North" }, arrived: { hour: 23, weekday: 6, working: false } };
	const sent = (when: string) => routeFor(by(when), { danger: "no" }, night).team === "night-crew";
	assert.ok(sent('at.ward == "Hill"') && sent('at.locality in ["North", "East"]'));
	assert.ok(sent("arrived.hour >= 18 || arrived.hour < 8") && sent("arrived.weekday == 6 && !arrived.working"));
	assert.ok(!sent('at.locality == "South"') && !sent("arrived.working"));
	assert.equal(routeFor(by('at.ward == "Hill"'), { danger: "no" }, nowhere).team, "winter-crew");
});

test("a stage leads to every later one unless it names its own, and never to closing", () => {
	assert.deepEqual(
		movesFrom(service, "received").map((stage) => stage.id),
		["planned", "done"],
	);
	const strict = sampleService({
		stages: [
			{ id: "received", name: "Received", public: "received", to: ["planned"] },
			{ id: "planned", name: "Planned", public: "planned" },
			{ id: "done", name: "Done", public: "acted-on" },
			{ id: "closed", name: "Closed", public: "closed" },
		],
	});
	assert.deepEqual(
		movesFrom(strict, "received").map((stage) => stage.id),
		["planned"],
	);
});

test("a customer reads a stage in its own words, and otherwise in those everyone knows", () => {
	assert.deepEqual(service.definition.stages.map(stageInWords), [
		"Received",
		"A plough is booked",
		"Action taken",
		"Closed",
	]);
});

test("other systems are told the outcome once a request is closed", () => {
	assert.equal(wireStatusOf(service, "received", null), "open");
	assert.equal(wireStatusOf(service, "planned", null), "action_scheduled");
	assert.equal(wireStatusOf(service, "closed", "melted"), "no_further_action");
});

test("the line for lists is made of the answers, and of the name when there are none", () => {
	assert.equal(summaryFor(service, { danger: "yes" }), "Snow, dangerous: Yes");
	assert.equal(summaryFor(sampleService({ register: { summary: "{depth}", place: "where" } }), {}), "Clear the snow");
});

test("in the line for lists only the first of several labels keeps its capital, and I, an MOT and a day keep theirs", () => {
	const options = ["Household rubbish", "Old fridges, Tyres", "MOT failures", "I am not sure"].map((label, at) => ({
		value: `v${at}`,
		label,
	}));
	const ask = { why: "To know", optional: true };
	const pages = [
		{ id: "what", questions: [{ id: "what", kind: "choices", ask: "What?", options, ...ask }] },
		{ id: "day", questions: [{ id: "day", kind: "date", ask: "When?", ...ask }] },
	];
	const withLine = (summary: string) =>
		sampleService({
			form: { send: "Send", pages },
			register: { summary },
			routing: [],
			promise: everyone,
			nearby: undefined,
		});
	const answers = { what: ["v0", "v1", "v2", "v3"], day: "2026-03-27" };
	const labels = "old fridges, tyres, MOT failures, I am not sure";
	assert.equal(summaryFor(withLine("{what}"), answers), `Household rubbish, ${labels}`);
	assert.equal(
		summaryFor(withLine("Waste: {what}, {day}"), answers),
		`Waste: household rubbish, ${labels}, Friday 27 March 2026`,
	);
});

const everyone = [{ id: "clear", starts: "received", stops: ["done"], within: { days: 3 }, words: "Within 3 days" }];

const sentences = (faults: readonly { sentence: string }[]) => faults.map((fault) => fault.sentence);

test("a definition that contradicts itself is refused with a sentence for each fault", () => {
	const broken = sampleDefinition({
		reopens: { to: "nowhere", within: 1 },
		register: { summary: "{colour}", place: "where", email: "mail" },
	});
	assert.deepEqual(sentences(contradictions(broken)), [
		'Reopening names the stage "nowhere", which it does not have.',
		'Its register\'s email names the question "mail", which it does not ask.',
		'Its register\'s summary names the question "colour", which it does not ask.',
	]);
	assert.throws(() => readyService(broken, 1), /clear-the-snow: Reopening names the stage/);
});

test("a line for lists holds nothing that was typed freely or sealed, and a home is never shown to the public", () => {
	const asks = (question: object) => [
		{ id: "it", questions: [{ id: "it", ask: "It?", why: "To know", optional: true, ...question }] },
	];
	const faultsOf = (question: object, register: object) =>
		sentences(
			contradictions(
				sampleDefinition({
					form: { send: "Send", pages: asks(question) },
					register,
					nearby: undefined,
					routing: [],
					promise: everyone,
				}),
			),
		);
	assert.deepEqual(faultsOf({ kind: "text" }, { summary: "Snow: {it}" }), [
		'Its register\'s summary names the question "it", which holds what people type.',
	]);
	assert.deepEqual(faultsOf({ kind: "long-text", sealed: true }, { summary: "Snow", description: "it" }), [
		'Its register\'s description names the question "it", which is sealed.',
	]);
	assert.deepEqual(faultsOf({ kind: "address" }, { summary: "Snow", place: "it" }), [
		"It is public but its place is somebody's home.",
	]);
	assert.deepEqual(faultsOf({ kind: "number" }, { summary: "Snow: {it}" }), []);
});

test("a service that only its team may read is never public", () => {
	assert.deepEqual(sentences(contradictions(sampleDefinition({ public: true, confidential: true }))), [
		"It is public but only its team may read it.",
	]);
	assert.deepEqual(contradictions(sampleDefinition({ public: false, confidential: true, nearby: undefined })), []);
	assert.equal(sampleDefinition().confidential, false);
});

test("publishing the same definition again makes no version, and a changed one makes the next", async () => {
	await using held = await cloneDatabase();
	const first = sampleDefinition();
	const publishing = (name: string) =>
		held.db.transaction().execute((tx) => publish(tx, [{ ...first, name }], new Date("2026-11-20T10:00:00Z")));
	const versions = async (name: string) => (await publishing(name)).map((one) => [one.definition.id, one.version]);
	assert.deepEqual(await versions("Clear the snow"), [["clear-the-snow", 1]]);
	assert.deepEqual(await versions("Clear the snow"), [["clear-the-snow", 1]]);
	assert.deepEqual(await versions("Clear snow"), [["clear-the-snow", 2]]);
	assert.equal((await storedDefinition(held.db, "clear-the-snow", 1))?.name, "Clear the snow");
	const atOnce = await Promise.all(Array.from({ length: 4 }, () => publishing("Clear ice")));
	assert.deepEqual(
		atOnce.map(([one]) => one?.version),
		[3, 3, 3, 3],
	);
});

test("a definition may name only the teams and topics that the pack has, and only once", () => {
	const known = { team: ["winter-crew"], topic: ["roads"] };
	const definitions = [sampleDefinition(), sampleDefinition({ topic: "roads", name: "Other", routing: [] })];
	assert.deepEqual(strangers(definitions, known), [
		{ path: [0, "topic"], sentence: 'It names the topic "winter", which topics.yaml does not have.' },
		{ path: [0, "routing", 0, "team"], sentence: 'It names the team "rescue", which teams.yaml does not have.' },
		{ path: [1, "id"], first: [0, "id"], sentence: 'Two files define the service "clear-the-snow".' },
	]);
});
