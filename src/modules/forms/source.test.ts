import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Source, sourceInWords, sourcesOf } from "./source.ts";

const customer: Source = { who: "customer", at: "2026-06-01T09:00:00.000Z" };
const sam: Source = { who: "officer", name: "Sam Okafor", by: "phone", at: "2026-06-02T09:00:00.000Z" };
const home = { lines: ["1 High Street"], town: "Exton", postcode: "AA3 1AB", uprn: "100000000001" };

describe("Who said an answer", () => {
	it("stays when an officer leaves it as the customer gave it", () => {
		const answers = { what: "A tree", height: 3 };
		const before = { answers, sources: sourcesOf(answers, customer) };
		assert.deepEqual(sourcesOf({ what: "A tree", height: 4 }, sam, before), { what: customer, height: sam });
	});

	it("is the register's for an address that was chosen from it, and the officer's name with it", () => {
		assert.deepEqual(sourcesOf({ home }, sam), { home: { ...sam, who: "register" } });
		const { uprn: _, ...byHand } = home;
		assert.deepEqual(sourcesOf({ home: byHand }, customer), { home: customer });
	});

	it("is the account's for what was known before and left as it was", () => {
		const account: Source = { ...sam, who: "account" };
		const known = { email: { value: "jo@example.com", source: account } };
		assert.deepEqual(sourcesOf({ email: "jo@example.com" }, sam, undefined, known), { email: account });
		assert.deepEqual(sourcesOf({ email: "jo@example.org" }, sam, undefined, known), { email: sam });
	});

	it("is noted for each answer of each item of a group, wherever the item stands", () => {
		const ann = { _item: "aaaaaaaa", name: "Ann", born: "2019-01-01" };
		const bob = { _item: "bbbbbbbb", name: "Bob", born: "2021-01-01" };
		const answers = { children: [ann, bob] };
		const before = { answers, sources: sourcesOf(answers, customer) };
		const now = sourcesOf({ children: [{ ...bob, born: "2021-01-02" }] }, sam, before);
		assert.deepEqual(now, { children: { items: { bbbbbbbb: { name: customer, born: sam } } } });
	});

	it("is said in words, but for what the customer typed on the web", () => {
		assert.equal(sourceInWords(customer), undefined);
		assert.equal(sourceInWords(sam), "Typed by Sam Okafor on the telephone");
		assert.equal(sourceInWords({ ...customer, who: "register" }), "From the register of addresses");
		assert.equal(
			sourceInWords({ ...sam, who: "register" }),
			"From the register of addresses, chosen by Sam Okafor on the telephone",
		);
		assert.equal(sourceInWords({ ...customer, who: "client", name: "StreetApp" }), "Sent by StreetApp");
	});
});
