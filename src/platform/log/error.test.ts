import assert from "node:assert/strict";
import { test } from "node:test";
import { describeError } from "./error.ts";

test("the log never says whose mailbox a mail server does not have", () => {
	const said = new Error(
		"RCPT TO:<maria.o'neil+bins@mail.example.org> 550 5.1.1 <maria@example.org>: no such user, zoë@exämple.org",
		{
			cause: new Error("sent to maria@example.org"),
		},
	);
	const line = JSON.stringify(describeError(said));
	assert.match(line, /550 5\.1\.1/);
	assert.doesNotMatch(line, /maria|neil|zoë|example\.org/);
});

test("a message of a megabyte is described in a moment", () => {
	const started = performance.now();
	describeError(new Error("a".repeat(1_000_000)));
	assert.ok(performance.now() - started < 1_000);
});
