import { auditReading } from "../../../platform/audit/index.ts";
import { mac } from "../../../platform/auth/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { type Place, writeCursor } from "../../../platform/thread/index.ts";
import { type Customer, customersByIds, customersMatching } from "../../../modules/customers/index.ts";
import { type Found, findRecords, type Sought, sought, takeInMissing } from "../../../modules/records/index.ts";
import { cards } from "../../../modules/requests/index.ts";
import { sources } from "../../../modules/sources/index.ts";

const pageSize = 25;

/** A customer as a list shows them: what they told us themselves, or what it takes to tell one from another. */
export type FoundRow = Found & { customers: Customer[] };

/** Up to a page of customers, and where to go on; undefined when nothing was typed by which anybody could be found. */
export async function searchCustomers(
	ctx: OfficerContext,
	typed: string,
	before: Place | undefined,
): Promise<{ rows: FoundRow[]; next: string | undefined } | undefined> {
	const { db } = ctx.house;
	const customerId = ctx.actor.permissions.has("requests.read") ? await cards.whoAsked(ctx, typed) : undefined;
	const by = customerId === undefined ? sought(typed) : { customerId };
	if (!by) return undefined;
	await Promise.all([noteSearch(ctx, typed, by), takeInTheNewest(ctx, by)]);
	const found = await findRecords(db, by, { before, limit: pageSize + 1, hidden: hiddenSources(ctx) });
	const shown = found.slice(0, pageSize);
	const last = found.length > pageSize ? shown.at(-1) : undefined;
	const customers = await customersByIds(
		db,
		shown.flatMap((one) => one.customerIds),
	);
	return {
		rows: shown.map((one) => ({ ...one, customers: customers.filter(({ id }) => one.customerIds.includes(id)) })),
		next: last && writeCursor({ at: last.beganAt, id: last.id }),
	};
}

/** Of these, no list may tell that they have a record. */
function hiddenSources({ house }: OfficerContext): string[] {
	return sources(house)
		.filter(({ flag, restricted }) => flag || restricted)
		.map(({ id }) => id);
}

/**
 * The ledger can never be changed, so it must not hold the name or address that was searched: a mark stands for it, the same
 * each time, so that whether somebody searched for a certain person can be proved.
 */
async function noteSearch(ctx: OfficerContext, typed: string, by: Sought | { customerId: string }): Promise<void> {
	const words = typed.trim().toLowerCase().replaceAll(/\s+/g, " ").slice(0, 200);
	const mark = mac(ctx.house, "search", "customers", words).subarray(0, 12).toString("base64url");
	await auditReading(ctx.house.db, ctx, {
		action: "customers.searched",
		subject: { kind: "customers", id: "search" },
		after: { searched: "customerId" in by ? "request" : by.kind, mark },
		purpose: ctx.purpose ?? "to find the customer",
	});
}

/** Whoever sent a form a moment ago is not in the index yet, and is the likeliest to ring. */
async function takeInTheNewest(ctx: OfficerContext, by: Sought | { customerId: string }): Promise<void> {
	if ("customerId" in by) return takeInMissing(ctx, [by.customerId]);
	const search = nameOrReach(by);
	const known = search ? await customersMatching(ctx.house.db, search) : [];
	return takeInMissing(
		ctx,
		known.map(({ id }) => id),
	);
}

function nameOrReach(by: Sought) {
	if (by.kind === "email") return { emailKey: by.email };
	if (by.kind === "phone") return { phoneKey: by.phone };
	if (by.kind === "facts" && by.words.length > 0) return { name: by.words.map(([word]) => word).join(" ") };
	return undefined;
}
