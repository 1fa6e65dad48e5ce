import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openDesk } from "./testing.ts";

const start = "/desk/services/staff-ask-for-a-mug/script";

describe("What officers ask for themselves", () => {
	let desk: Awaited<ReturnType<typeof openDesk>>;
	before(async () => {
		desk = await openDesk();
	});
	after(() => desk.close());

	it("is open to every officer with their own name and address, and is followed without a permission", async () => {
		const { browser } = await desk.officer([]);
		assert.ok((await browser.get("/desk/mine")).text.includes(start));
		const shown = await browser.get(start);
		assert.ok(shown.text.includes('value="Robin Marsh"') && shown.text.includes('value="robin@council.example"'));
		const mark = /name="_was" value="([^"]*)"/.exec(shown.text)?.[1] ?? "";
		const fields = [
			["_was", mark],
			["colour", "Blue"],
			["fullName", "Robin Marsh"],
			["email", "robin@council.example"],
			["_do", "send"],
		] as const;
		const sent = await browser.post(shown, start, fields);
		assert.ok(sent.text.includes("Your reference is") && !sent.text.includes("/desk/requests/"));
		const list = await browser.get("/desk/mine");
		assert.match(list.text, /href="\/track\/[^"]+">[A-Z]{2,4}-/);
		const { browser: other } = await desk.officer([]);
		assert.ok((await other.get("/desk/mine")).text.includes("You have made none yet"));
	});

	it("is on no page for the public", async () => {
		const resident = desk.browser();
		for (const path of ["/services/a-to-z", "/search?q=mug", "/services"]) {
			assert.ok(!(await resident.get(path)).text.includes("Ask for a mug"), path);
		}
		assert.equal((await resident.get("/services/staff-ask-for-a-mug")).status, 404);
		assert.equal((await resident.get("/services/staff-ask-for-a-mug/form")).status, 404);
	});
});
