import assert from "node:assert/strict";
import { test } from "node:test";
import { Forbidden, isRefusal, NotFound, refuse, type Outcome } from "./index.ts";

type Closed = { code: string; outcome: string };

function close(replied: boolean): Outcome<Closed, "reply-first" | "already-closed"> {
	return replied ? { code: "R1", outcome: "done" } : refuse("reply-first");
}

test("a refusal is told from an answer, also from an answer that holds a code", () => {
	assert.equal(isRefusal(close(false)), true);
	assert.equal(isRefusal(close(true)), false);
	for (const other of [null, undefined, "reply-first", 0, [], { code: "reply-first", details: undefined }]) {
		assert.equal(isRefusal(other), false);
	}
});

test("after asking, the compiler knows the codes of a refusal and the shape of an answer", () => {
	const refused = close(false);
	if (!isRefusal(refused)) return assert.fail("expected a refusal");
	const code: "reply-first" | "already-closed" = refused.code;
	assert.equal(code, "reply-first");

	const answered = close(true);
	if (isRefusal(answered)) return assert.fail("expected an answer");
	assert.equal(answered.outcome, "done");
});

test("a refusal carries the facts its words need", () => {
	const refusal = refuse("too-many", { most: 5 });
	assert.equal(refusal.details.most, 5);
	assert.equal(refuse("reply-first").details, undefined);
});

test("not found and forbidden are thrown, named, and differ", () => {
	assert.throws(() => {
		throw new NotFound();
	}, NotFound);
	assert.equal(new Forbidden().name, "Forbidden");
	assert.equal(new NotFound("No such request.").message, "No such request.");
	assert.equal(new Forbidden() instanceof NotFound, false);
});
