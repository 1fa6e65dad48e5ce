import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nothing } from "../../platform/html/html.ts";
import { formShape } from "./definition.ts";
import { compileForm } from "./form.ts";
import { firstUnanswered } from "./path.ts";
import { readAnswers } from "./reading/answers.ts";
import { questionPage } from "./views/page.ts";

const terms = { now: new Date("2026-06-01T12:00:00Z") };
const form = compileForm(
	formShape.parse({
		pages: [
			{
				id: "owner",
				questions: [
					{ id: "owner", kind: "yes-no", ask: "Are you the owner?", why: "To know", error: "Say if you are" },
				],
			},
			{
				id: "reach",
				title: "How can we reach you?",
				needs: [{ "one-of": ["email", "phone"], error: "Enter an email address or a telephone number" }],
				questions: [
					{ id: "email", kind: "email", ask: "Email address", why: "To write", optional: true },
					{
						id: "phone",
						kind: "phone",
						ask: "Telephone number",
						why: "To ring",
						optional: true,
						when: 'owner == "yes"',
					},
				],
			},
		],
		send: "Send",
	}),
);
const page = form.definition.pages[1] ?? assert.fail();

describe("A page that needs one of its answers", () => {
	it("says so at the first of them when none was given", () => {
		const read = readAnswers(page, { email: "", phone: " " }, terms);
		assert.deepEqual(read.problems, [
			{ question: "email", field: "email", message: "Enter an email address or a telephone number" },
		]);
		assert.deepEqual(readAnswers(page, { phone: "01632 960 001" }, terms).problems, []);
	});

	it("does not say that an answer is missing when it is wrong", () => {
		const { problems } = readAnswers(page, { email: "jo@" }, terms);
		assert.deepEqual(
			problems.map(({ message }) => message),
			["Enter an email address in the correct format, like name@example.com"],
		);
	});

	it("is not answered before one of them is, though it was seen", () => {
		assert.equal(firstUnanswered(form, { owner: "no" }, ["owner", "reach"])?.id, "reach");
		assert.equal(firstUnanswered(form, { owner: "no", email: "jo@example.com" }, ["owner", "reach"]), undefined);
	});

	it("asks for it only of those who are asked it", () => {
		assert.equal(firstUnanswered(form, { owner: "no", phone: "01632 960 001" }, ["owner", "reach"])?.id, "reach");
	});

	it("calls none of them optional, and leads from the summary to the first box", () => {
		const { problems, typed } = readAnswers(page, {}, terms);
		const { text } = questionPage({ page, typed, problems, csrf: nothing, action: "/x" });
		assert.doesNotMatch(text, /\(optional\)/);
		assert.match(text, /href="#email"/);
	});
});
