import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { newToken } from "../../../platform/auth/index.ts";
import type { Answer } from "../../../platform/http/index.ts";
import { isRefusal, type Outcome } from "../../../platform/refusal/index.ts";
import { closeRequest } from "../actions/close.ts";
import { submitRequest } from "../actions/submit.ts";
import { requestByReference } from "../queries/request.ts";
import { trackByLink } from "../queries/track.ts";
import { type Council, monday, openCouncil, visitTo } from "../testing.ts";
import { askOpinion } from "./ask.ts";
import { opinionRoutes } from "./public.routes.ts";
import { withdrawOpinion } from "./withdraw.ts";

const later = (days: number) => new Date(monday.getTime() + days * 86_400_000);
const owner = { opinion: "owner", name: "Olu <b>Oak</b>", email: "olu@estate.example", words: "It is by the gate." };
const crew = { opinion: "crew", name: "Kit", email: "kit@crew.example", words: "" };

describe("an opinion by link", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil();
	});
	after(() => council.close());

	const received = async () => {
		const answers = {
			blocks: "no",
			more: "It is <i>huge</i>",
			seen: "My neighbour did it",
			name: "Zoë Ward",
			email: "zoe@example.org",
		};
		return submitRequest(council.resident(), { service: council.service, answers, channel: "web" });
	};
	const read = async (reference: string) =>
		(await requestByReference(council.db, council.as("ada").actor, reference)) ?? assert.fail(reference);
	const seen = async (reference: string) => ({ reference, revision: (await read(reference)).revision });
	const code = (outcome: Outcome<object, string>) => (isRefusal(outcome) ? outcome.code : "done");
	/** Asks, and takes the token out of the message, which is where it is. */
	const asked = async (reference: string, whom = owner) => {
		assert.equal(code(await askOpinion(council.as("ada"), await seen(reference), whom)), "done");
		const { body } = await council.db
			.selectFrom("messages.message")
			.select("body")
			.where("recipient", "=", whom.email)
			.orderBy("id", "desc")
			.limit(1)
			.executeTakeFirstOrThrow();
		return /\/opinions\/([\w-]{43})/.exec(body)?.[1] ?? assert.fail(body);
	};
	type Raw = { query?: Record<string, string>; form?: Record<string, unknown>; now?: Date };
	const ask = async (method: string, token: string, { query = {}, form = {}, now }: Raw = {}): Promise<Answer> => {
		const route = opinionRoutes.find((one) => one.method === method && one.path === "/opinions/:token");
		const input = { params: { token }, query, form, files: [], visit: visitTo("/opinions") };
		return (route ?? assert.fail()).run(council.resident(now), input);
	};
	const shown = (answer: Answer) =>
		answer.kind === "page"
			? { status: answer.status, text: answer.main.text, headers: answer.headers }
			: assert.fail(answer.kind);
	const get = async (token: string, raw: Raw = {}) => shown(await ask("GET", token, raw));
	const page = { query: { page: "questions-1" } };

	it("comes by email with a token of which only the hash is kept", async () => {
		const { reference, id } = await received();
		const token = await asked(reference);
		const { rows } = await council.pool.query("select o::text as row from requests.opinion o where request_id = $1", [
			id,
		]);
		const all = await council.pool.query(
			"select (select string_agg(e::text, ' ') from audit.entry e) || (select string_agg(e::text, ' ') from events.event e) as text",
		);
		assert.ok(!JSON.stringify(rows).includes(token) && !String(all.rows[0].text).includes(token));
		assert.ok(!JSON.stringify((await read(reference)).entries).includes(token));
	});

	it("shows what it is about and the answers it may, and nothing else of the request, to nobody who keeps it", async () => {
		const { reference } = await received();
		const { text, headers } = await get(await asked(reference));
		assert.ok(
			text.includes(reference) && text.includes("A tree fell near your land.") && text.includes("It is by the gate."),
		);
		assert.ok(text.includes("It is &lt;i&gt;huge&lt;/i&gt;"));
		for (const hidden of ["neighbour", "Zoë", "zoe@", "Ada", "Olu"]) assert.ok(!text.includes(hidden), hidden);
		assert.deepEqual(headers, {
			"x-robots-tag": "noindex, nofollow",
			"cache-control": "no-store",
			"referrer-policy": "no-referrer",
		});
	});

	it("is answered once, with words for what is missing, and the officer finds it", async () => {
		const { reference, link } = await received();
		const token = await asked(reference);
		const wrong = shown(await ask("POST", token, { ...page, form: { yours: "maybe" } }));
		assert.ok(wrong.status === 422 && wrong.text.includes("Say if it is yours"));
		const both = await Promise.all(
			[1, 2].map(() => ask("POST", token, { ...page, form: { yours: "yes" }, now: later(1) })),
		);
		for (const one of both) assert.ok(one.kind === "redirect" && one.to === `/opinions/${token}?done=yes`);
		assert.ok((await get(token, { query: { done: "yes" } })).text.includes("Thank you for your reply"));
		assert.ok((await get(token)).text.includes("You have replied already"));
		const other = shown(await ask("POST", token, { ...page, form: { yours: "no" } }));
		assert.ok(other.text.includes("You have replied already"));
		const request = await read(reference);
		const given = request.entries.filter(({ kind }) => kind === "opinion-given");
		assert.deepEqual(
			given.map(({ note, actorName }) => [note, actorName]),
			[["Is it yours? Yes", "Olu <b>Oak</b>, Land owner"]],
		);
		assert.deepEqual([request.newsAt, request.opinions[0]?.replies.length], [later(1), 1]);
		const key = link.split("/")[3] ?? "";
		const tracked = await trackByLink(council.db, council.house, reference, key);
		assert.deepEqual(tracked?.askings, [], "the customer's page has nothing of it but the timeline's kinds");
	});

	it("lets a partner report more than once, and move it only where the opinion allows", async () => {
		const { reference } = await received();
		const token = await asked(reference, crew);
		const post = (whereNow: string, news: string, now = later(1)) =>
			ask("POST", token, { ...page, form: { news, whereNow }, now });
		const outside = shown(await post("closed", "Done"));
		assert.ok(outside.status === 422 && outside.text.includes("Select where the work is now"));
		await post("ordered", "On Friday");
		assert.equal((await read(reference)).stage, "ordered");
		await post("no-change", "It rains");
		await post("cleared", "All gone", later(2));
		const request = await read(reference);
		assert.deepEqual(
			[request.stage, request.opinions[0]?.replies.map(({ movedTo }) => movedTo)],
			["cleared", ["ordered", null, "cleared"]],
		);
		assert.ok((await get(token, { query: { done: "yes" } })).text.includes("tell us more by the same link"));
	});

	it("says plainly that it is over, withdrawn, of a closed request, or no link at all", async () => {
		const { reference } = await received();
		const token = await asked(reference);
		const end = await get(token, { now: later(11) });
		assert.ok(
			end.status === 410 && end.text.includes("The time to reply is over") && end.text.includes("send you a new one"),
		);
		assert.ok(!end.text.includes("huge"), "nothing of the request is shown any more");
		const late = shown(await ask("POST", token, { ...page, form: { yours: "yes" }, now: later(11) }));
		assert.equal(late.status, 410);
		const id = (await read(reference)).opinions[0]?.id ?? "";
		assert.equal(code(await withdrawOpinion(council.as("ada"), reference, id)), "done");
		assert.equal(code(await withdrawOpinion(council.as("ada"), reference, id)), "over-already");
		const withdrawn = await get(token);
		assert.ok(withdrawn.status === 410 && withdrawn.text.includes("taken this link back"));
		const other = await asked(reference);
		await closeRequest(council.as("ada"), await seen(reference), { outcome: "done" });
		assert.ok((await get(other)).text.includes("is closed"));
		assert.equal((await read(reference)).opinions.flatMap(({ replies }) => replies).length, 0);
		for (const none of [newToken(), "x", "", "%00", token.slice(1), `${token}x`]) {
			const { status, text } = await get(none);
			assert.ok(status === 404 && text.includes("This link does not work"), none);
		}
	});

	it("is in the ledger each time it is used", async () => {
		const { reference, id } = await received();
		const token = await asked(reference);
		await get(token);
		await get(token, page);
		const { rows } = await council.pool.query(
			"select purpose, actor_name from audit.entry where action = 'request.opinion-link-used' and subject_id = $1",
			[id],
		);
		assert.deepEqual(
			rows,
			[1, 2].map(() => ({ purpose: "asked for an opinion", actor_name: "Olu <b>Oak</b>, Land owner" })),
		);
		assert.notEqual((await read(reference)).opinions[0]?.openedAt, null);
	});

	it("is asked with a name and an address, of an open request, for something the service defines", async () => {
		const { reference } = await received();
		const tried = async (changes: Partial<typeof owner>) =>
			code(await askOpinion(council.as("ada"), await seen(reference), { ...owner, ...changes }));
		assert.equal(await tried({ opinion: "constructor" }), "opinion-needed");
		assert.equal(await tried({ name: " " }), "name-needed");
		assert.equal(await tried({ email: "olu@" }), "email-needed");
		assert.equal(await tried({ words: "x".repeat(4001) }), "too-long");
		await closeRequest(council.as("ada"), await seen(reference), { outcome: "done" });
		assert.equal(await tried({}), "not-open");
	});
});
