/** A council where some may open customers' records for some purposes, for tests. */
import { v7 as newId } from "uuid";
import type { Permission } from "../../../platform/auth/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { type Field, sourcesPart, type Source } from "../../sources/index.ts";
import { rolesPart, teamsPart } from "../../staff/index.ts";
import type { Tree } from "../links/link.ts";
import { linkRecords } from "../links/linkRecords.ts";
import { treeOf } from "../links/tree.ts";
import { takeInAll } from "../nodes/incoming.ts";
import { purposesPart } from "../purposes/pack.ts";
import { type Purpose, purposeShape } from "../purposes/purpose.ts";
import { customersIn, type Index, openIndex, type Said } from "../testing.ts";

const field: Pick<Field, "columns" | "needed" | "shown"> = { columns: [], needed: false, shown: true };
const source = {
	says: "It.",
	basis: "Law.",
	kind: "person",
	standing: "statutory",
	fresh: 7,
	restricted: false,
} as const;

const someSources: Source[] = [
	{
		...source,
		id: "tax",
		name: "Council tax",
		team: "revenues",
		purpose: "tax",
		key: "account",
		flag: false,
		fields: [
			{ ...field, id: "account", name: "Account", kind: "text" },
			{ ...field, id: "band", name: "Band", kind: "text" },
			{ ...field, id: "born", name: "Date of birth", kind: "born", shown: "verify" },
			{ ...field, id: "number", name: "National Insurance number", kind: "nino", shown: "verify" },
			{ ...field, id: "income", name: "Income", kind: "money", law: "dwp" },
		],
	},
	{
		...source,
		id: "care",
		name: "Social care",
		team: "care",
		purpose: "care",
		key: "person",
		flag: true,
		fields: [{ ...field, id: "person", name: "Person", kind: "text", shown: "never" }],
	},
];

const purpose = (given: Partial<Purpose> & { id: string; name: string; roles: string[] }) =>
	purposeShape.parse({ says: "It.", basis: "Law.", team: "revenues", ...given });

const somePurposes: Purpose[] = [
	purpose({ id: "general", name: "Answer a question", roles: ["adviser", "officer"], work: ["streets"] }),
	purpose({
		id: "tax",
		name: "Council tax",
		roles: ["adviser", "officer"],
		sources: { tax: { adviser: ["band"], officer: ["account", "band"] } },
		verify: ["born", "number", "account"],
		work: ["move-home"],
	}),
	purpose({
		id: "care",
		name: "Care and support",
		team: "care",
		roles: ["officer"],
		asks: "What do they need?",
		sources: { care: "flag" },
		work: ["ask-for-care"],
	}),
	purpose({
		id: "fraud",
		name: "Prevent fraud",
		roles: ["officer"],
		sources: { tax: "all" },
		untold: "Data Protection Act 2018",
	}),
];

export type Gate = Index & {
	/** An adviser, an officer of the care team too, and the data-protection officer. */
	as: (who: Who, minutes?: number) => OfficerContext;
	/** Makes a customer and gives the tree of their one record. */
	customer: (said: Said) => Promise<Tree>;
	tree: (id: string) => Promise<Tree>;
	/** Links a source's record with a customer's, and gives the tree of both. */
	sourceSays: (of: Tree, source: string, said: Readonly<Record<string, string>>) => Promise<Tree>;
};

const people = {
	asha: { name: "Asha Patel", roles: ["adviser"], teams: ["revenues"] },
	olly: { name: "Olly Officer", roles: ["officer"], teams: ["care", "revenues"] },
	dora: { name: "Dora Dean", roles: ["governance"], teams: ["governance"] },
} as const;
type Who = keyof typeof people;

const permissions: Readonly<Record<Who, readonly Permission[]>> = {
	asha: ["customers.read", "requests.read"],
	olly: ["customers.read", "requests.read", "records.correct"],
	dora: ["look-ups.review"],
};

export async function openGate(): Promise<Gate> {
	const index = await openIndex();
	const { house, now } = index.ctx;
	sourcesPart.put(house, someSources);
	purposesPart.put(house, somePurposes);
	teamsPart.put(house, [
		{ id: "revenues", name: "Revenues", tier: 2, phone: "01632 960 001" },
		{ id: "care", name: "Adult care", tier: 3 },
		{ id: "governance", name: "Governance", tier: 3 },
	]);
	rolesPart.put(house, {
		adviser: { name: "Adviser", may: ["customers.read"] },
		officer: { name: "Officer", may: ["customers.read"] },
		governance: { name: "Governance", may: ["look-ups.review"] },
	});
	const tree = async (id: string) => {
		const found = await treeOf(house.db, id);
		if (!found) throw new Error("There is no such record.");
		return found;
	};
	return {
		...index,
		as: (who, minutes = 0) => ({
			house,
			now: new Date(now.getTime() + minutes * 60_000),
			correlation: `0190a000-0000-7000-8000-00000000000${Object.keys(people).indexOf(who)}`,
			actor: {
				kind: "officer",
				id: `0190a000-0000-7000-8000-00000000000${Object.keys(people).indexOf(who)}`,
				email: `${who}@council.example`,
				...people[who],
				permissions: new Set(permissions[who]),
			},
		}),
		tree,
		sourceSays: async (of, source, said) => {
			const id = newId();
			const { db } = house;
			const at = new Date("2025-06-01T09:00:00Z");
			await db
				.insertInto("sources.record")
				.values({ id, source, key: id, said: JSON.stringify(said), first_seen_at: at, seen_at: at, changed_at: at })
				.execute();
			const given = {
				id,
				source,
				kind: "person",
				beganAt: at,
				restricted: false,
				goneAt: null,
				changedAt: at,
			} as const;
			await takeInAll(db, [{ ...given, standard: {} }]);
			const linked = { a: of.head.id, b: id, how: "matched", why: "" } as const;
			await db.transaction().execute((tx) => linkRecords(tx, index.ctx, linked));
			return tree(id);
		},
		customer: async (said) => {
			const [id = ""] = await customersIn(index, [said]);
			return tree(id);
		},
	};
}
