import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { readPart } from "../../platform/module/index.ts";
import { pack } from "./testing.ts";
import { mailHtml } from "./mail.ts";
import { longestText, type Messages, messagesShape } from "./pack.ts";
import { type Variables, widths } from "./variables.ts";
import { writeMessage } from "./write.ts";

const link = "https://front.example/track/abc";
const said: Variables = { reference: "SR-2345-6789", service: "Fly-tipping", link, due: "Tuesday 3 March 2026" };

describe("the words of messages", () => {
	let messages: Messages;
	before(async () => {
		messages = await readPart(pack, "messages.yaml", messagesShape);
	});

	it("always say the reference and where to follow it", () => {
		for (const [template, words] of Object.entries(messages.templates)) {
			// What goes by email alone is about what has no reference yet.
			if (!("text" in words)) continue;
			for (const channel of ["email", "text", "letter"] as const) {
				const { body } = writeMessage(messages, template, { channel, name: "", variables: { ...said, stop: link } });
				assert.ok(body.includes("SR-2345-6789") && body.includes(link), `${template} by ${channel}`);
				assert.doesNotMatch(body, /[{}]|undefined|null/);
			}
		}
	});

	it("name no service to whoever saved a confidential form, and lead back to it all the same", () => {
		const write = (service: string) =>
			writeMessage(messages, "draft-saved", { channel: "email", name: "", variables: { ...said, service } });
		assert.match(write("Make a complaint").body, /about a complaint\./);
		const { subject, body } = write("");
		assert.doesNotMatch(`${subject} ${body}`, /complaint|They are about/);
		assert.ok(body.includes(link));
	});

	it("say what it is about as a person would", () => {
		const about = (service: string) =>
			writeMessage(messages, "request-received", { channel: "text", name: "", variables: { ...said, service } }).body;
		assert.match(about("Report a missed bin"), /about a missed bin\./);
		assert.match(about("Report fly-tipping"), /about fly-tipping\./);
		assert.match(about("MOT tests"), /about MOT tests\./);
	});

	it("leave out a paragraph for which there is nothing to say", () => {
		const write = (variables: Variables) =>
			writeMessage(messages, "request-received", { channel: "email", name: "", variables }).body;
		assert.match(write(said), /We aim to do this by Tuesday 3 March 2026\./);
		assert.doesNotMatch(write({ ...said, due: "" }), /We aim to do this by/);
	});

	it("fit three texts at their longest", () => {
		const longest: Variables = Object.fromEntries(
			Object.entries(widths).map(([name, width]) => [name, "x".repeat(width)]),
		);
		for (const [template, words] of Object.entries(messages.templates)) {
			if (!("text" in words)) continue;
			const { body } = writeMessage(messages, template, { channel: "text", name: "", variables: longest });
			assert.ok(body.length <= longestText && body.length > 40, template);
		}
	});

	it("greet by name, unless the name is an advertisement", () => {
		const greeting = (name: string) =>
			writeMessage(messages, "request-received", { channel: "email", name, variables: said }).body.split("\n")[0];
		assert.equal(greeting("Zoë O’Brien"), "Hello Zoë O’Brien,");
		assert.equal(greeting(""), "Hello,");
		for (const name of ["win at https://bad.example", "bad.example now", "www bad", "a\nBcc: b", "x".repeat(61)]) {
			assert.equal(greeting(name), "Hello,");
		}
	});

	it("are the same in the HTML part, where nothing that was typed is markup and addresses are links", () => {
		const variables = { ...said, words: `<script>alert("1")</script> & more` };
		const written = writeMessage(messages, "request-forwarded", { channel: "email", name: "", variables });
		const { text } = mailHtml({ sender: "The council", ...written });
		assert.ok(!text.includes("<script"));
		assert.ok(text.includes("&lt;script&gt;"));
		assert.ok(text.includes(`<a href="${link}">${link}</a>`));
		assert.doesNotMatch(text, /<table|style="/);
		for (const paragraph of written.body.split("\n\n").filter((one) => /^[A-Za-z ,.]+$/.test(one))) {
			assert.ok(text.includes(`<p>${paragraph}</p>`));
		}
	});

	it("stop the start when the pack has a variable nobody knows, or a text that is too long", () => {
		const wrong = (text: string, body = "{reference} {link}") => {
			const templates = { ...messages.templates, "request-closed": { subject: "x", body, text } };
			const checked = messagesShape.safeParse({ ...messages, templates });
			return checked.error?.issues.map((issue) => issue.message).join(" ") ?? "";
		};
		assert.equal(wrong("{reference} {link}"), "");
		assert.match(wrong("{reference} {team} {link}"), /must say \{reference\}/);
		assert.match(wrong("{reference}", "{refrence}"), /there is no \{refrence\}/);
		assert.match(wrong("{words}"), /can be too long for a text/);
		assert.match(wrong("x".repeat(460)), /could take 460 characters/);
		assert.match(wrong("it’s done"), /curly quote/);
	});
});
