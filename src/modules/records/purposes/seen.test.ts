import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { gatewaysOf, laws } from "./gateways.ts";
import { type Purpose, purposeShape } from "./purpose.ts";
import { type Declared, isLawful, seen, sightsOf } from "./seen.ts";

const roles = ["adviser", "officer", "assessor"];
const ids = ["given", "band", "income", "born", "number"];

const field = fc.record({
	id: fc.constantFrom(...ids),
	shown: fc.constantFrom<Declared["fields"][number]["shown"]>(true, "verify", "never"),
	law: fc.option(fc.constantFrom(...laws), { nil: undefined }),
});
const source: fc.Arbitrary<Declared> = fc.record({
	id: fc.constantFrom("tax", "benefits"),
	flag: fc.boolean(),
	fields: fc.uniqueArray(field, { selector: ({ id }) => id }),
});
const sight = fc.oneof(fc.constantFrom("all", "flag"), fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }));
const grant = fc.oneof(sight, fc.dictionary(fc.constantFrom(...roles), sight));
const gateway = (law: (typeof laws)[number]) =>
	fc.option(fc.uniqueArray(fc.constantFrom(...gatewaysOf(law)), { minLength: 1 }), { nil: undefined });
const purpose: fc.Arbitrary<Purpose> = fc
	.record({
		roles: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1 }),
		gateways: fc.record({ dwp: gateway("dwp"), electoral: gateway("electoral") }),
		sources: fc.dictionary(fc.constantFrom("tax", "benefits"), grant),
		verify: fc.uniqueArray(fc.constantFrom(...ids)),
	})
	.map((some) => purposeShape.parse({ id: "any", name: "Any", says: "Any.", basis: "Any.", team: "any", ...some }));
const held = fc.uniqueArray(fc.constantFrom(...roles, "auditor"));

describe("What an officer sees of a source", () => {
	it("is never more than the data grants to one of their roles, for a purpose that one of them may state", () => {
		fc.assert(
			fc.property(purpose, held, source, (why, who, of) => {
				const sees = seen(why, who, of);
				const states = why.roles.some((role) => who.includes(role));
				const sights = sightsOf(why.sources[of.id], who);
				if (!states || sights.length === 0) {
					const hidden = of.fields.map(({ id }) => id);
					assert.deepEqual(sees, { known: false, shown: [], verify: [], hidden });
				}
				for (const id of sees.shown) {
					assert.ok(sights.some((one) => one === "all" || one.includes(id)));
					assert.equal(of.fields.find((one) => one.id === id)?.shown, true);
				}
				for (const id of sees.verify) assert.ok(why.verify.includes(id));
			}),
		);
	});

	it("is of what a law lends only what comes through a gateway of that law", () => {
		fc.assert(
			fc.property(purpose, held, source, (why, who, of) => {
				const { shown, verify } = seen(why, who, of);
				for (const one of of.fields.filter(({ id }) => shown.includes(id) || verify.includes(id)))
					assert.ok(one.law === undefined || (isLawful(why, one) && why.gateways[one.law]));
			}),
		);
	});

	it("is of a source of flags that it has a record, and nothing else", () => {
		fc.assert(
			fc.property(purpose, held, source, (why, who, of) => {
				const { shown, verify } = seen(why, who, { ...of, flag: true });
				assert.deepEqual([shown, verify], [[], []]);
			}),
		);
	});

	it("puts each field in one list: shown, to be compared, or hidden; and what nobody may see is hidden", () => {
		fc.assert(
			fc.property(purpose, held, source, (why, who, of) => {
				const { shown, verify, hidden } = seen(why, who, of);
				const all = [...shown, ...verify, ...hidden].toSorted();
				assert.deepEqual(all, of.fields.map(({ id }) => id).toSorted());
				for (const one of of.fields.filter((two) => two.shown === "never")) assert.ok(hidden.includes(one.id));
			}),
		);
	});

	it("grows with the roles that the officer holds", () => {
		fc.assert(
			fc.property(purpose, held, held, source, (why, some, more, of) => {
				const few = seen(why, some, of);
				const many = seen(why, [...some, ...more], of);
				for (const id of few.shown) assert.ok(many.shown.includes(id));
			}),
		);
	});

	it("is shown to officers of one role and only compared for those of another", () => {
		const of: Declared = {
			id: "tax",
			fields: [
				{ id: "account", shown: true },
				{ id: "band", shown: true },
			],
		};
		const why = purposeShape.parse({
			id: "tax",
			name: "Tax",
			says: "Tax.",
			basis: "Law.",
			team: "revenues",
			roles: ["adviser", "officer"],
			sources: { tax: { adviser: ["band"], officer: "all" } },
			verify: ["account"],
		});
		assert.deepEqual(seen(why, ["adviser"], of), { known: true, shown: ["band"], verify: ["account"], hidden: [] });
		assert.deepEqual(seen(why, ["officer"], of).shown, ["account", "band"]);
	});
});
