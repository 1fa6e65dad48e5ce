import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileForm } from "./form.ts";
import { firstUnanswered, pageAfter, pageBefore, pathOf, stopAfter, withoutHidden } from "./path.ts";
import { treeDefinition, treeForm } from "./testing.ts";

const ids = (answers: Parameters<typeof pathOf>[1]) => pathOf(treeForm, answers).map((page) => page.id);

describe("The way through a form", () => {
	it("shows a page only to those whose answers lead to it", () => {
		assert.ok(!ids({}).includes("lane"));
		assert.ok(ids({ blocks: ["road"] }).includes("lane"));
	});

	it("shows a question only to those whose answers lead to it", () => {
		const you = (danger: string) => pathOf(treeForm, { danger }).find((page) => page.id === "you");
		assert.equal(you("yes")?.questions.length, 3);
		assert.equal(you("no")?.questions.length, 4);
	});

	it("goes on and back over the pages that are asked", () => {
		assert.equal(pageAfter(treeForm, "blocks", { blocks: ["path"] })?.id, "seen");
		assert.equal(pageBefore(treeForm, "seen", { blocks: ["path"] })?.id, "blocks");
		assert.equal(pageAfter(treeForm, "home", {}), undefined);
		assert.equal(pageBefore(treeForm, "where", {}), undefined);
	});

	it("comes to the first page without an answer, and to optional ones that were not seen", () => {
		assert.equal(firstUnanswered(treeForm, {})?.id, "where");
		const answers = { where: { street: "x" }, danger: "no", blocks: ["path"], seen: "2026-01-01", name: "Jo" };
		assert.equal(firstUnanswered(treeForm, answers), undefined);
		assert.equal(firstUnanswered(treeForm, answers, ["where", "danger", "blocks", "seen"])?.id, "more");
	});

	it("drops the answers that a changed answer hides, and says which", () => {
		const { answers, dropped } = withoutHidden(treeForm, {
			blocks: ["path"],
			lane: "near",
			danger: "yes",
			owner: "me",
		});
		assert.deepEqual(Object.keys(answers), ["danger", "blocks"]);
		assert.deepEqual(
			dropped.map((question) => question.id),
			["lane", "owner"],
		);
	});

	it("does not let a dropped answer decide what is asked later", () => {
		const [first, ...rest] = treeDefinition.pages;
		assert.ok(first);
		const last = {
			...first,
			id: "last",
			title: "Last",
			when: 'lane == "both"',
			questions: first.questions.map((q) => ({ ...q, id: "spot" })),
		};
		const form = compileForm({ ...treeDefinition, pages: [first, ...rest, last] });
		assert.ok(!pathOf(form, { blocks: ["path"], lane: "both" }).some((page) => page.id === "last"));
	});

	it("meets advice where an answer leads to it, and ends there when it lets nobody on", () => {
		assert.equal(stopAfter(treeForm, "danger", { danger: "yes" })?.title, "Call 999");
		assert.equal(stopAfter(treeForm, "danger", { danger: "no" }), undefined);
		assert.ok(ids({ danger: "yes" }).includes("you"));
		const stops = treeDefinition.stops.map(({ after, when, title, say }) => ({ after, when, title, say }));
		const firm = compileForm({ ...treeDefinition, stops });
		assert.equal(pathOf(firm, { danger: "yes" }).at(-1)?.id, "danger");
	});
});
