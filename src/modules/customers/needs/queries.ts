import type { House } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { type Need, needGroups } from "./need.ts";
import { needKind } from "./pack.ts";

/**
 * What must be done differently for these customers today: those of safety first, then in the order of the groups. Needs whose last
 * day has gone are not among them. For officers; `needsForCustomer` is what the customer may read.
 */
export async function needsOf(
	db: Handle,
	house: House,
	customerIds: readonly string[],
	today: string,
): Promise<Need[]> {
	if (customerIds.length === 0) return [];
	const rows = await db
		.selectFrom("customers.need")
		.select([
			"id",
			"customer_id as customerId",
			"code",
			"detail",
			"said_by as saidBy",
			"noted_at as notedAt",
			"noted_by_name as notedBy",
			"review_on as reviewOn",
			"until_day as untilDay",
		])
		.where("customer_id", "in", [...customerIds])
		.where("ended_at", "is", null)
		.where((is) => is.or([is("until_day", "is", null), is("until_day", ">=", today)]))
		.orderBy("noted_at")
		.orderBy("id")
		.execute();
	const needs = rows.map((row): Need => {
		const kind = needKind(house, row.code);
		// A need that the pack let go of is not let go of: it is shown by its code, to officers alone.
		return {
			...row,
			says: kind?.says ?? row.code,
			group: kind?.group ?? "safety",
			safety: kind?.safety ?? kind === undefined,
		};
	});
	const place = ({ safety, group }: Need) => (safety ? -1 : needGroups.indexOf(group));
	return needs.toSorted((a, b) => place(a) - place(b));
}

/** What the customer may read and change of it: all but what keeps people safe. */
export async function needsForCustomer(
	db: Handle,
	house: House,
	customerIds: readonly string[],
	today: string,
): Promise<Need[]> {
	return (await needsOf(db, house, customerIds, today)).filter(({ safety }) => !safety);
}
