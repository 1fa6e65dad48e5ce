import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Context, systemContext } from "../../../platform/context/index.ts";
import { isRefusal, type Outcome } from "../../../platform/refusal/index.ts";
import { addInformation } from "../actions/addInformation.ts";
import { closeRequest } from "../actions/close.ts";
import { moveRequest } from "../actions/move.ts";
import { submitRequest } from "../actions/submit.ts";
import { requestListeners } from "../hears/index.ts";
import { requestByReference } from "../queries/request.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { answerQuestion } from "./answer.ts";
import { askQuestion, own } from "./ask.ts";
import { endJob, remindJob } from "./jobs.ts";
import { withdrawQuestion } from "./withdraw.ts";

const later = (days: number) => new Date(monday.getTime() + days * 86_400_000);
const set = { set: "which-tree", question: "The one by the gate.", days: "" };

describe("a question to the customer", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil(requestListeners);
	});
	after(() => council.close());

	const received = async (email = "zoe@example.org") => {
		const answers = { blocks: "no", name: "Zoë", email };
		const sent = { service: council.service, answers, channel: "web" } as const;
		return (await submitRequest(council.resident(), sent)).reference;
	};
	const read = async (reference: string) =>
		(await requestByReference(council.db, council.as("ada").actor, reference)) ?? assert.fail(reference);
	const seen = async (reference: string) => ({ reference, revision: (await read(reference)).revision });
	const asking = async (reference: string) => (await read(reference)).askings[0] ?? assert.fail("nothing was asked");
	const code = (outcome: Outcome<object, string>) => (isRefusal(outcome) ? outcome.code : "done");
	const asked = async (reference: string) => {
		assert.equal(code(await askQuestion(council.as("ada"), await seen(reference), set)), "done");
		return (await asking(reference)).id;
	};
	const customer = (now: Date): Context => council.resident(now);
	const system = (now: Date) => systemContext(council.house, "worker", now);
	const kinds = async (reference: string) => (await read(reference)).entries.map(({ kind }) => kind);
	/** Does the listeners' jobs, each twice: a worker may die after the work and before saying so. */
	const tellAll = async (now = monday) => {
		const { rows } = await council.pool.query(
			`with done as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
				where t.id = j.task_id and t.identifier like 'hear %' returning j.id, t.identifier, j.payload)
			select * from done order by id`,
		);
		for (const { identifier, payload } of rows) {
			const listener = requestListeners.find((one) => one.job === identifier) ?? assert.fail(identifier);
			for (let times = 0; times < 2; times++) await listener.run(system(now), payload.data);
		}
	};
	const told = async (reference: string) =>
		council.db
			.selectFrom("messages.message")
			.select(["template", "body"])
			.where("about_name", "=", reference)
			.orderBy("id")
			.execute();

	it("waits where its set says, with jobs at its end and before, and is told in one message", async () => {
		const reference = await received();
		const id = await asked(reference);
		assert.equal((await read(reference)).stage, "looked-at");
		assert.deepEqual(await kinds(reference), ["received", "asked", "moved"]);
		const { rows } = await council.pool.query(
			`select t.identifier, j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t
				on t.id = j.task_id where j.payload->'data'->>'id' = $1 or j.payload->>'id' = $1 order by j.run_at`,
			[id],
		);
		assert.deepEqual(rows, [
			{ identifier: remindJob.name, run_at: new Date("2026-03-13T09:00:00Z") },
			{ identifier: endJob.name, run_at: new Date("2026-03-16T23:59:59Z") },
		]);
		assert.equal(code(await askQuestion(council.as("ada"), await seen(reference), set)), "asked-already");
		await tellAll();
		const messages = await told(reference);
		assert.deepEqual(
			messages.map(({ template }) => template),
			["request-received", "question-asked"],
		);
		assert.match(
			messages[1]?.body ?? "",
			/by the gate\.[^]*What kind of tree is it\?[^]*Monday 16 March 2026[^]*\/track\//,
		);
	});

	it("is answered once by two at once, goes on by itself and waits for the officer", async () => {
		const reference = await received();
		const id = await asked(reference);
		const answers = { kind: "elm", planter: "The mayor" };
		const both = await Promise.all([1, 2].map(() => answerQuestion(customer(later(2)), reference, id, answers)));
		assert.deepEqual(both.map(code), ["done", "done"]);
		const request = await read(reference);
		assert.deepEqual([request.stage, request.newsAt], ["ordered", later(2)]);
		assert.deepEqual(await kinds(reference), ["received", "asked", "moved", "answered", "moved"]);
		const entry = request.entries.find(({ kind }) => kind === "answered");
		assert.equal(entry?.note, "What kind of tree is it? elm\nOne answer is sealed.");
		const one = await asking(reference);
		assert.deepEqual([one.state, one.answeredBy, one.answers], ["answered", "customer", answers]);
		await tellAll(later(2));
		assert.deepEqual(
			(await told(reference)).map(({ template }) => template),
			["request-received", "question-answered"],
			"nobody is asked what was answered already, nor told of the move twice",
		);
	});

	it("keeps another answer that came at the same moment as information", async () => {
		const reference = await received();
		const id = await asked(reference);
		await Promise.all(["elm", "ash"].map((kind) => answerQuestion(customer(later(2)), reference, id, { kind })));
		const request = await read(reference);
		assert.equal(request.entries.filter(({ kind }) => kind === "answered").length, 1);
		assert.equal(request.entries.filter(({ kind }) => kind === "added").length, 1);
	});

	it("goes on by itself when nobody answers, once, however often the job runs", async () => {
		const reference = await received();
		const id = await asked(reference);
		await endJob.run(system(later(14)), { id });
		assert.equal((await asking(reference)).state, "open", "it was too early");
		await Promise.all([1, 2, 3].map(() => endJob.run(system(later(15)), { id })));
		const request = await read(reference);
		assert.deepEqual([request.publicStage, request.outcome], ["closed", "not-ours"]);
		assert.deepEqual(await kinds(reference), ["received", "asked", "moved", "unanswered", "closed"]);
		await tellAll(later(15));
		const last = (await told(reference)).at(-1);
		assert.equal(last?.template, "request-closed");
		assert.match(last?.body ?? "", /We could not find the tree without you/);
	});

	it("answered at the very end is either answered or over, and never both", async () => {
		for (let times = 0; times < 4; times++) {
			const reference = await received();
			const id = await asked(reference);
			const [outcome] = await Promise.all([
				answerQuestion(customer(later(15)), reference, id, { kind: "elm" }),
				endJob.run(system(later(15)), { id }),
			]);
			const { state } = await asking(reference);
			assert.equal(state === "answered", !isRefusal(outcome));
			assert.equal(code(outcome), state === "answered" ? "done" : "not-open");
		}
	});

	it("answered too late is information that was added", async () => {
		const reference = await received();
		const question = { set: own, question: "Is the gate locked?", days: "2" };
		await askQuestion(council.as("ada"), await seen(reference), question);
		const { id } = await asking(reference);
		await endJob.run(system(later(3)), { id });
		const over = await read(reference);
		assert.deepEqual([over.stage, over.newsAt], ["new", later(3)], "an officer must look");
		const outcome = await answerQuestion(customer(later(4)), reference, id, { answer: "Yes" });
		assert.ok(!isRefusal(outcome) && outcome.counts === "late");
		assert.deepEqual(await kinds(reference), ["received", "asked", "unanswered", "added"]);
		assert.deepEqual((await asking(reference)).answers, { answer: "Yes" });
	});

	it("leaves a request alone that an officer moved on or closed meanwhile", async () => {
		const moved = await received();
		const first = await asked(moved);
		await moveRequest(council.as("ada"), await seen(moved), { to: "cleared" });
		await endJob.run(system(later(15)), { id: first });
		assert.deepEqual([(await read(moved)).stage, (await asking(moved)).state], ["cleared", "unanswered"]);
		const closed = await received();
		const second = await asked(closed);
		await closeRequest(council.as("ada"), await seen(closed), { outcome: "done" });
		await endJob.run(system(later(15)), { id: second });
		assert.equal((await asking(closed)).state, "lapsed");
		assert.equal((await kinds(closed)).at(-1), "closed");
		assert.equal(code(await addInformation(customer(later(16)), closed, { text: "x", files: [] })), "not-open");
	});

	it("reminds once, and not of what was answered", async () => {
		const reference = await received();
		const id = await asked(reference);
		await tellAll();
		for (let times = 0; times < 2; times++) await remindJob.run(system(later(11)), { id });
		const reminders = async () => (await told(reference)).filter(({ template }) => template === "question-reminder");
		assert.equal((await reminders()).length, 1);
		const other = await received();
		const answered = await asked(other);
		await answerQuestion(customer(later(2)), other, answered, { kind: "elm" });
		await remindJob.run(system(later(11)), { id: answered });
		assert.equal((await told(other)).filter(({ template }) => template === "question-reminder").length, 0);
	});

	it("comes as a letter to someone who left nothing but where they live", async () => {
		const home = { lines: ["1 High Street"], town: "Exton", postcode: "AB1 2AB" };
		const answers = { blocks: "no", name: "Zoë Ward", home };
		const sent = { service: council.service, answers, channel: "phone" } as const;
		const { reference } = await submitRequest(council.resident(), sent);
		await asked(reference);
		await tellAll();
		const letters = await council.db
			.selectFrom("messages.message")
			.select(["channel", "recipient", "template"])
			.where("about_name", "=", reference)
			.where("template", "=", "question-asked")
			.execute();
		const recipient = "1 High Street\nExton\nAB1 2AB";
		assert.deepEqual(letters, [{ channel: "letter", recipient, template: "question-asked" }]);
	});

	it("is withdrawn by an officer, who is told when it is over already", async () => {
		const reference = await received();
		const id = await asked(reference);
		assert.equal(code(await withdrawQuestion(council.as("ada"), reference, id)), "done");
		assert.equal(code(await withdrawQuestion(council.as("ada"), reference, id)), "over-already");
		await tellAll();
		const messages = await told(reference);
		assert.match(messages.at(-1)?.body ?? "", /You do not need to answer our question any more/);
		assert.equal(messages.filter(({ template }) => template === "question-asked").length, 0);
	});

	it("is answered by an officer for someone on the telephone, and says so", async () => {
		const reference = await received();
		const id = await asked(reference);
		await answerQuestion(council.as("bob", later(1)), reference, id, { kind: "elm" });
		const { answeredBy, state } = await asking(reference);
		assert.deepEqual([state, answeredBy, (await read(reference)).newsAt], ["answered", "officer", null]);
	});

	it("is asked in words and within days, of a request that is open", async () => {
		const reference = await received();
		const ask = async (question: string, days: string) =>
			code(await askQuestion(council.as("ada"), await seen(reference), { set: own, question, days }));
		assert.equal(await ask(" ", "5"), "question-needed");
		for (const days of ["0", "61", "x", "", "1.5"]) assert.equal(await ask("Why?", days), "days-needed", days);
		assert.equal(await ask("x".repeat(4001), "5"), "too-long");
		const unknown = { set: "constructor", question: "", days: "" };
		assert.equal(code(await askQuestion(council.as("ada"), await seen(reference), unknown)), "no-such-question");
		await closeRequest(council.as("ada"), await seen(reference), { outcome: "done" });
		assert.equal(await ask("Why?", "5"), "not-open");
	});
});
