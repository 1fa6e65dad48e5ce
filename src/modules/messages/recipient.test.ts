import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wayTo } from "./recipient.ts";

const email = "jo@example.org";
const phone = "07700 900123";
const address = "1 High Street\nTown";

describe("how people are reached", () => {
	it("is by email when they left one, by text without one, by letter without either", () => {
		assert.deepEqual(wayTo({ email, phone, address }, false), { channel: "email", at: email });
		assert.deepEqual(wayTo({ phone, address }, false), { channel: "text", at: "+447700900123" });
		assert.deepEqual(wayTo({ address }, false), { channel: "letter", at: address });
	});

	it("is as they prefer, when that can be", () => {
		assert.equal(wayTo({ email, phone, prefers: "text" }, false)?.channel, "text");
		assert.equal(wayTo({ email, prefers: "letter" }, false)?.channel, "email");
	});

	it("is never by text to a landline", () => {
		assert.equal(wayTo({ phone: "01642 245432" }, false), undefined);
		assert.equal(wayTo({ phone: "01642 245432", address }, false)?.channel, "letter");
	});

	it("is another way when mail comes back, and a problem for the desk when there is none", () => {
		assert.equal(wayTo({ email, phone }, true)?.channel, "text");
		assert.match(wayTo({ email }, true)?.problem ?? "", /comes back/);
	});

	it("is none for those who left nothing that can be used", () => {
		assert.equal(wayTo({}, false), undefined);
		assert.equal(wayTo({ email: "not an address", phone: "12" }, false), undefined);
	});
});
