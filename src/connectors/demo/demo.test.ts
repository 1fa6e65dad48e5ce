import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { v7 as newId } from "uuid";
import { cloneDatabase } from "../../platform/db/testing.ts";
import { demoEmail } from "./email.ts";
import { demoLetter } from "./letter.ts";
import { demoText } from "./text.ts";

describe("the demonstration's carriers", () => {
	it("keep what they delivered, each message once", async () => {
		await using database = await cloneDatabase();
		const { db } = database;
		const sender = { name: "The council", email: "a@council.example", domain: "council.example", textName: "Council" };
		const common = { text: "Hello", sender, at: new Date("2026-03-02T10:00:00Z"), subject: "Hi" };
		const id = newId();
		for (let i = 0; i < 2; i++) {
			await demoEmail(db).send({ ...common, id, html: "<p>Hello</p>", to: { name: "Jo", address: "jo@example.org" } });
		}
		await demoText(db).send({ ...common, id: newId(), to: { name: "Jo", phone: "+447700900123" } });
		await demoLetter(db).send({ ...common, id: newId(), to: { name: "Jo", address: "1 High Street" } });
		const kept = await db
			.selectFrom("demo.delivery")
			.select(["channel", "recipient", "html"])
			.orderBy("message_id")
			.execute();
		assert.deepEqual(kept, [
			{ channel: "email", recipient: "jo@example.org", html: "<p>Hello</p>" },
			{ channel: "text", recipient: "+447700900123", html: null },
			{ channel: "letter", recipient: "1 High Street", html: null },
		]);
	});
});
