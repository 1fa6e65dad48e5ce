import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleDefinition, sampleService } from "../sample.test-data.ts";
import { contradictions, readyService } from "../service.ts";

const why = "To know";
const asks = [{ id: "depth", kind: "number", ask: "How deep is it?", why, error: "Enter how deep it is" }];
const stages = [
	{ id: "received", name: "Received", public: "received" },
	{ id: "planned", name: "Planned", public: "planned", asks },
	{ id: "done", name: "Done", public: "acted-on" },
	{ id: "closed", name: "Closed", public: "closed" },
];
const automation = (id: string, on: string, ...steps: object[]) => ({ id, on, because: "It is the rule", do: steps });
const faultsOf = (changes: Record<string, unknown>) =>
	contradictions(sampleDefinition(changes)).map(({ sentence }) => sentence);

test("what officers fill in is ready as a form, and a wrong question is told by its stage", () => {
	const service = sampleService({ stages });
	assert.deepEqual([...service.asks.stages.keys()], ["planned"]);
	const wrong = [{ ...asks[0], when: "deep > 2" }];
	assert.throws(
		() =>
			readyService(
				sampleDefinition({ stages: stages.map((one) => ({ ...one, ...(one.id === "done" ? { asks: wrong } : {}) })) }),
				1,
			),
		/The stage "done" asks something wrong\. The condition “deep > 2” is wrong\. No question before it is called “deep”/,
	);
});

test("officers are not asked for what the desk's forms cannot take, and a closed stage asks nothing", () => {
	const place = [{ id: "where", kind: "place", ask: "Where?", why, optional: true }];
	assert.deepEqual(
		faultsOf({
			stages: stages.map((one) =>
				one.id === "done" ? { ...one, asks: place } : one.id === "closed" ? { ...one, by: ["lead"] } : one,
			),
		}),
		[
			'The stage "done" asks "where", and officers cannot be asked for place.',
			'The stage "closed" is closed, so its outcomes say who may close and what they fill in.',
		],
	);
});

test("tasks and outcomes name stages that are there", () => {
	const task = { id: "look", name: "Look", does: "Go there", within: { days: 1 } };
	assert.deepEqual(
		faultsOf({
			outcomes: [{ id: "cleared", name: "Cleared", words: "We did.", status: "fixed", from: ["melting", "done"] }],
			tasks: [
				{ ...task, on: "thawed", before: ["frozen"] },
				{ ...task, on: "done", before: ["done"] },
				{ ...task, id: "ask", when: 'danger == "yes"' },
			],
		}),
		[
			'The outcome "cleared" names the stage "melting", which it does not have.',
			'Two of its tasks are called "look".',
			'The task "look" names the stage "thawed", which it does not have.',
			'The task "look" names the stage "frozen", which it does not have.',
			'The task "look" is given on entering the stage "done", so it cannot be done before that.',
			'The task "ask" has a condition but no stage that gives it.',
		],
	);
});

test("an automation does only what a request in its stage allows and what nobody has to fill in", () => {
	const faults = faultsOf({
		stages,
		automation: [
			automation("a", "nowhere", { task: "none" }),
			automation("b", "received", { move: "planned" }, { move: "closed" }, { ask: "what" }),
			{ ...automation("e", "received", { move: "received" }), after: { days: 1 } },
			automation("c", "received", { close: "thawed", words: "It thawed." }),
			automation("d", "closed", { message: "thanks" }, { team: "rescue", because: "Theirs" }),
		],
	});
	assert.deepEqual(faults, [
		'The automation "a" names the stage "nowhere", which it does not have.',
		'The automation "a" names the task "none", which it does not have.',
		'The automation "b" moves to the stage "planned", which an officer must fill in.',
		'The automation "b" moves to the closed stage; it must close with an outcome.',
		'The automation "b" names the question to the customer "what", which it does not have.',
		'The automation "e" moves to the stage it begins in.',
		'The automation "c" names the outcome "thawed", which it does not have.',
		'The automation "d" works on a closed request, for which it may only send a message or give a task.',
	]);
});

test("what happens by itself goes where the stages lead", () => {
	const led = stages.map((one) => (one.id === "received" ? { ...one, to: ["done"] } : { ...one, asks: [] }));
	const moves = automation("a", "received", { move: "done" }, { move: "planned" });
	assert.deepEqual(faultsOf({ stages: led, automation: [moves] }), []);
	assert.deepEqual(faultsOf({ stages: led, automation: [automation("b", "received", { move: "planned" })] }), [
		'The automation "b" moves from the stage "received" to "planned", which "received" does not name in its "to".',
	]);
});

test("automations that would go round for ever are refused, and those that wait between are not", () => {
	const there = automation("there", "received", { move: "done" });
	const back = automation("back", "done", { move: "received" });
	assert.deepEqual(faultsOf({ automation: [there, back] }), [
		"Its automations go round for ever, with no time between: received, then done, then received.",
	]);
	assert.deepEqual(faultsOf({ automation: [there, { ...back, after: { days: 1 } }] }), []);
});
