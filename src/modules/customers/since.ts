import type { House } from "../../platform/context/index.ts";
import type { Handle } from "../../platform/db/connect.ts";
import { needKind } from "./needs/pack.ts";
import { relationshipWords } from "./relationships/relationship.ts";

/** Needs and relationships that were noted for these customers from then on, ended ones too, for the room of records. */
export async function notedSince(house: House, db: Handle, customerIds: readonly string[], since: Date) {
	if (customerIds.length === 0) return [];
	const ids = [...customerIds];
	const needs = await db
		.selectFrom("customers.need")
		.select(["id", "customer_id as customerId", "code"])
		.where("customer_id", "in", ids)
		.where("noted_at", ">=", since)
		.orderBy("noted_at")
		.orderBy("id")
		.execute();
	const relationships = await db
		.selectFrom("customers.relationship")
		.select(["id", "kind", "from_id as from", "to_id as to"])
		.where((is) => is.or([is("from_id", "in", ids), is("to_id", "in", ids)]))
		.where("noted_at", ">=", since)
		.orderBy("noted_at")
		.orderBy("id")
		.execute();
	return [
		...needs.map(({ code, ...need }) => ({
			...need,
			kind: "need",
			words: `A need was noted: ${needKind(house, code)?.says ?? code}`,
		})),
		...relationships.map(({ id, kind, from, to }) => {
			const { is, has } = relationshipWords[kind];
			const isFrom = ids.includes(from);
			return {
				id,
				kind: "relationship",
				customerId: isFrom ? from : to,
				words: `It was noted: ${isFrom ? is : has} somebody`,
			};
		}),
	];
}
