import { auditReading } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { type Customer, customerById, customersMatching } from "../../customers/index.ts";
import { requestByReference } from "../queries/request.ts";
import { type Sought, sought } from "../rules/search.ts";
import { searchMark } from "./searchMark.ts";

/**
 * The customers that an officer means by a name, an email address, a telephone number or the reference of a request they may
 * see: at most fifty. Noted in the ledger with the purpose, by a mark and never by what was typed.
 */
export async function findCustomers(ctx: OfficerContext, typed: string, purpose: string): Promise<Customer[]> {
	const looked = sought(typed, councilPart.of(ctx.house).referencePrefix);
	if (!looked || looked.kind === "postcode") return [];
	const by = looked.kind === "reference" ? { reference: looked.reference } : { mark: searchMark(ctx.house, looked) };
	await auditReading(ctx.house.db, ctx, {
		action: "customers.searched",
		subject: { kind: "customers", id: "search" },
		after: { searched: looked.kind, ...by },
		purpose,
	});
	return matching(ctx, looked);
}

async function matching(ctx: OfficerContext, looked: Exclude<Sought, { kind: "postcode" }>): Promise<Customer[]> {
	const { db } = ctx.house;
	switch (looked.kind) {
		case "reference": {
			const request = await requestByReference(db, ctx.actor, looked.reference);
			const customer = request?.customerId ? await customerById(db, request.customerId) : undefined;
			return customer ? [customer] : [];
		}
		case "email":
			return customersMatching(db, { emailKey: looked.email });
		case "phone":
			return customersMatching(db, { phoneKey: looked.phone });
		case "words":
			return customersMatching(db, { name: looked.words });
	}
}
