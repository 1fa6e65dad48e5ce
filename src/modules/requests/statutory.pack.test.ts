/** The dates that the law gives, through those definitions that each pack has: received on a day, due by another. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { readPart } from "../../platform/module/index.ts";
import { isRefusal, type Outcome } from "../../platform/refusal/index.ts";
import { londonDate } from "../../platform/time/index.ts";
import { definitionShape, promisesOf, readyService, serviceById } from "../services/index.ts";
import { extendPromise } from "./actions/extend.ts";
import { moveRequest } from "./actions/move.ts";
import { reopenRequest } from "./actions/reopen.ts";
import { submitRequest } from "./actions/submit.ts";
import { requestByReference } from "./queries/request.ts";
import { type Council, openCouncil } from "./testing.ts";

const packs = join(import.meta.dirname, "../../../packs");
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const statutory = [
	"make-a-complaint",
	"request-information",
	"request-environmental-information",
	"request-your-personal-data",
	"correct-or-erase-your-data",
	"complain-about-personal-data",
	"councillor-enquiry",
];

for (const council of readdirSync(packs)) {
	const definitions = (await readPart(join(packs, council), "services/", z.array(definitionShape)))
		.filter(({ id }) => statutory.includes(id))
		// The teams and tasks are not what is tried here.
		.map((one) => ({ ...one, owner: "trees", routing: [], tasks: [] }));
	const has = (id: string) => definitions.some((one) => one.id === id);
	if (!has("make-a-complaint") || !has("request-information") || !has("request-your-personal-data")) continue;
	const those = (...ids: string[]) => ids.filter(has);

	describe(`In ${council}, the law's dates`, () => {
		let open: Council;
		before(async () => {
			open = await openCouncil([], definitions);
		});
		after(() => open.close());

		const received = async (id: string, day: string) => {
			const service = serviceById(open.house, id) ?? assert.fail(id);
			const submission = { service, answers: { whose: "me" }, channel: "web" } as const;
			return (await submitRequest(open.resident(noon(day)), submission)).reference;
		};
		const seen = async (reference: string) =>
			(await requestByReference(open.db, open.as("ada").actor, reference)) ?? assert.fail(reference);
		const done = (outcome: Outcome<object, string>) => assert.ok(!isRefusal(outcome), JSON.stringify(outcome));
		const filledIn = { complaint_is: "A bin", reasons: "Policy 4", log: "no" };
		const moved = async (reference: string, to: string, day: string, who: "ada" | "bob" = "ada") =>
			done(await moveRequest(open.as(who, noon(day)), await seen(reference), { to, filledIn }));
		const due = async (reference: string, clock = "answer") => {
			const run = (await seen(reference)).clocks.findLast((one) => one.clock === clock);
			return run && londonDate(run.dueAt);
		};
		const longer = async (reference: string, extension: string, day: string, count?: number) => {
			const asked = { extension, longer: count, reason: "It is complex" };
			return extendPromise(open.as("ada", noon(day)), await seen(reference), asked);
		};

		it("of information are twenty working days on a calendar of the whole United Kingdom", async () => {
			for (const [start, end] of [
				["2026-03-02", "2026-03-31"],
				["2026-03-31", "2026-04-30"],
				["2026-06-01", "2026-06-30"],
				["2026-07-01", "2026-07-30"],
				["2026-11-20", "2026-12-21"],
				["2026-12-18", "2027-01-21"],
				["2025-12-19", "2026-01-22"],
			] as const) {
				for (const id of those("request-information", "request-environmental-information")) {
					assert.equal(await due(await received(id, start)), end, `${id} of ${start}`);
				}
			}
		});

		it("of complaints are five and ten working days, then five and twenty, and of councillors ten", async () => {
			for (const [start, ack, answer, final] of [
				["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-30"],
				["2026-03-31", "2026-04-09", "2026-04-16", "2026-04-30"],
				["2026-06-01", "2026-06-08", "2026-06-15", "2026-06-29"],
				["2026-07-01", "2026-07-08", "2026-07-15", "2026-07-29"],
				["2026-11-20", "2026-11-27", "2026-12-04", "2026-12-18"],
				["2026-12-18", "2026-12-29", "2027-01-06", "2027-01-20"],
				["2025-12-19", "2025-12-30", "2026-01-07", "2026-01-21"],
			] as const) {
				for (const id of those("councillor-enquiry")) assert.equal(await due(await received(id, start)), answer);
				const complaint = await received("make-a-complaint", start);
				assert.equal(await due(complaint, "acknowledge"), ack);
				await moved(complaint, "acknowledged", start);
				assert.equal(await due(complaint), answer);
				await moved(complaint, "investigating", start);
				await moved(complaint, "answered", start);
				done(await reopenRequest(open.as("bob", noon(start)), await seen(complaint), "Not happy"));
				assert.equal(await due(complaint, "acknowledge-again"), ack);
				const same = { to: "acknowledged-again", filledIn };
				const refused = await moveRequest(open.as("ada", noon(start)), await seen(complaint), same);
				assert.ok(isRefusal(refused) && refused.code === "different-officer");
				await moved(complaint, "acknowledged-again", start, "bob");
				assert.equal(await due(complaint, "answer-again"), final);
			}
		});

		it("of a complaint before Christmas are the 29th, and 7 January after an acknowledgement on the 21st", async () => {
			const complaint = await received("make-a-complaint", "2026-12-18");
			assert.equal(await due(complaint, "acknowledge"), "2026-12-29");
			await moved(complaint, "acknowledged", "2026-12-21");
			assert.equal(await due(complaint), "2027-01-07");
			assert.ok(isRefusal(await longer(complaint, "answer:complex", "2026-12-22", 11)));
			done(await longer(complaint, "answer:complex", "2026-12-22"));
			assert.equal(await due(complaint), "2027-01-21");
			assert.match((await seen(complaint)).entries.at(-1)?.words ?? "", /Ombudsman.*0300 061 0614/);
		});

		it("of what is held about a person are a month, rolled forward, and three from receipt when extended", async () => {
			for (const [start, month, three] of [
				["2026-01-31", "2026-03-02", "2026-04-30"],
				["2026-03-03", "2026-04-07", "2026-06-03"],
				["2026-03-31", "2026-04-30", "2026-06-30"],
				["2026-08-25", "2026-09-25", "2026-11-25"],
				["2026-11-25", "2026-12-29", "2027-02-25"],
			] as const) {
				for (const id of those("request-your-personal-data", "correct-or-erase-your-data")) {
					const reference = await received(id, start);
					assert.equal(await due(reference), month, `${id} of ${start}`);
					done(await longer(reference, "answer:complex", start));
					assert.equal(await due(reference), three, `${id} of ${start}, extended`);
				}
			}
		});

		it("of a subject access request begin when identity is proved, and wait while the person is asked", async () => {
			const reference = await received("request-your-personal-data", "2026-03-02");
			await moved(reference, "identity", "2026-03-04");
			assert.equal((await seen(reference)).paused, true);
			await moved(reference, "searching", "2026-03-31");
			assert.equal(await due(reference), "2026-04-30");
			await moved(reference, "clarify", "2026-04-08");
			await moved(reference, "searching", "2026-04-20");
			assert.equal(await due(reference), "2026-05-12");
			done(await longer(reference, "answer:complex", "2026-04-21"));
			assert.equal(await due(reference), "2026-07-13");
		});

		it("of information begin again with a clarified request, and wait for a charge", async () => {
			for (const id of those("request-information", "request-environmental-information")) {
				const reference = await received(id, "2026-03-02");
				await moved(reference, "clarify", "2026-03-16");
				await moved(reference, "gathering", "2026-03-31");
				assert.equal(await due(reference), "2026-04-30");
				// Two days were used by 2 April; eighteen are left on 1 June, and 15 June is a holiday in Scotland.
				await moved(reference, "charge", "2026-04-02");
				await moved(reference, "gathering", "2026-06-01");
				assert.equal(await due(reference), "2026-06-26");
				const extension = id === "request-information" ? "answer:public-interest" : "answer:complex";
				done(await longer(reference, extension, "2026-06-02"));
				assert.equal(await due(reference), "2026-07-27");
			}
		});

		if (!has("complain-about-personal-data")) return;

		it("of a data protection complaint are thirty days, by law from 19 June 2026", async () => {
			assert.equal(
				await due(await received("complain-about-personal-data", "2026-06-18"), "acknowledge"),
				"2026-07-18",
			);
			assert.equal(
				await due(await received("complain-about-personal-data", "2026-06-19"), "acknowledge"),
				"2026-07-19",
			);
		});

		it("are all told to the charter, with their law", () => {
			const dp = definitions.find(({ id }) => id === "complain-about-personal-data") ?? assert.fail();
			const lawOn = (day: string) => promisesOf(readyService(dp, 1), day)[0]?.law;
			assert.match(lawOn("2026-06-19") ?? "", /section 164A/);
			assert.doesNotMatch(lawOn("2026-06-18") ?? "", /section 164A/);
		});
	});
}
