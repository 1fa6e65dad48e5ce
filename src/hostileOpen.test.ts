/** What other systems send, when they are broken or hostile. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { bundles, hostileTexts, naughtyTexts } from "./hostileTexts.ts";
import { mustHoldItsShape } from "./markup.testing.ts";
import { createClient } from "./modules/requests/index.ts";
import { isRefusal } from "./platform/refusal/index.ts";
import { mustBeCalm, openProgram, openReport, type Program } from "./testing.ts";
import { mustBeWhole } from "./whole.testing.ts";

const errors = z.array(z.object({ code: z.number(), description: z.string().min(3) })).min(1);
const reports = z
	.array(z.object({ service_request_id: z.string().regex(/^[A-Z]+-[0-9A-Z]{4}-[0-9A-Z]{4}$/) }))
	.length(1);

describe("what other systems send", () => {
	let program: Program;
	let report: Record<string, string>;
	before(async () => {
		program = await openProgram();
		const client = await createClient(program.ctx(), { name: "<breakout> & Sons", works: true });
		if (isRefusal(client)) throw new Error(client.code);
		report = { ...openReport(program.house), api_key: client.key, email: "ida@mail.example" };
	});
	after(() => program.close());

	const texts = [...hostileTexts, ...bundles(naughtyTexts(), 600)];

	async function post(what: string, fields: Record<string, string>, format: string) {
		const body = new URLSearchParams(fields);
		const answered = await program.visitor().ask(`/open311/v2/${what}.${format}`, { method: "POST", body });
		const said = `${what}.${format} with ${JSON.stringify(fields).slice(0, 200)}`;
		mustBeCalm(answered, said);
		if (format === "xml") assert.equal(XMLValidator.validate(answered.text), true, `${said}: ${answered.text}`);
		else if (answered.status === 200) assert.ok(Array.isArray(JSON.parse(answered.text)), said);
		else assert.equal(errors.parse(JSON.parse(answered.text))[0]?.code, answered.status, said);
		return answered;
	}

	it("is answered in their format, argument by argument, and nothing of it is half kept", async () => {
		const faults = program.lines.length;
		const free = ["description", "first_name", "last_name", "address_string"];
		const others = ["address_id", "phone", "media_url", "jurisdiction_id", "attribute[fixmystreet_id]", "attribute[x]"];
		const strict = [...Object.keys(report), ...others].filter((name) => !free.includes(name));
		for (const [at, text] of texts.entries()) {
			const format = at % 2 === 0 ? "json" : "xml";
			await post("requests", { ...report, ...Object.fromEntries(free.map((name) => [name, text])) }, format);
			if (!hostileTexts.includes(text)) continue;
			for (const name of strict) await post("requests", { ...report, [name]: text }, format);
		}
		assert.deepEqual(program.lines.slice(faults), []);
		await mustBeWhole(program.house.db);
	});

	it("is answered in their format when it updates a request, and an update that is refused leaves nothing", async () => {
		const faults = program.lines.length;
		const made = await post("requests", report, "json");
		const [{ service_request_id: reference } = { service_request_id: "" }] = reports.parse(JSON.parse(made.text));
		const update = {
			api_key: report["api_key"] ?? "",
			service_request_id: reference,
			update_id: "u",
			status: "OPEN",
			updated_datetime: new Date().toISOString(),
			description: "Seen",
		};
		for (const [at, text] of texts.entries()) {
			for (const name of hostileTexts.includes(text) ? Object.keys(update) : ["description"]) {
				const fields = { ...update, update_id: `u-${at}-${name}`, [name]: text };
				const answered = await post("servicerequestupdates", fields, at % 2 === 0 ? "xml" : "json");
				const isName = name === "update_id" && /^[\w-]+$/.test(text);
				if (name !== "description" && !isName) assert.notEqual(answered.status, 200, `${name}: ${text.slice(0, 80)}`);
			}
		}
		assert.deepEqual(program.lines.slice(faults), []);
		await mustBeWhole(program.house.db);
	});

	it("is text to whoever reads it, in every format", async () => {
		const faults = program.lines.length;
		const officer = await program.officer();
		const rows = await program.house.db
			.selectFrom("requests.request_view")
			.select("reference")
			.orderBy("received_at", "desc")
			.limit(150)
			.execute();
		assert.ok(rows.length > 30);
		for (const format of ["json", "xml"]) {
			const list = ["requests", "servicerequestupdates", "services", `requests/${rows[0]?.reference}`];
			for (const what of list) {
				const { status, text } = await officer.ask(`/open311/v2/${what}.${format}`);
				assert.equal(status, 200, what);
				if (format === "xml") assert.equal(XMLValidator.validate(text), true, what);
				else JSON.parse(text);
			}
		}
		for (const { reference } of rows.filter((_, at) => at % 5 === 0)) {
			const { text } = await officer.ask(`/desk/requests/${reference}`);
			mustHoldItsShape(text, reference);
		}
		assert.deepEqual(program.lines.slice(faults), []);
	});
});
