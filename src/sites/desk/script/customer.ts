import { validate as isId } from "uuid";
import { auditReading } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { type Customer, customerById } from "../../../modules/customers/index.ts";
import type { Answers, sources } from "../../../modules/forms/index.ts";
import { account, type Service } from "../../../modules/services/index.ts";
import { isOwn } from "./offered.ts";

export const purpose = "to make a request for the customer";

/** The record that an officer begins with, read and noted. Undefined when there is none, or the officer may not read it. */
export async function chosenCustomer(ctx: OfficerContext, id: string): Promise<Customer | undefined> {
	if (!isId(id) || !ctx.actor.permissions.has("customers.read")) return undefined;
	const customer = await customerById(ctx.house.db, id);
	if (!customer) return undefined;
	await auditReading(ctx.house.db, ctx, { action: "customer.read", subject: { kind: "customer", id }, purpose });
	return customer;
}

/** What is known of whoever asks, as answers: the customer's record, or the officer's own account. */
export function knownAnswers(ctx: OfficerContext, service: Service, customer: Customer | undefined): Answers {
	const known = isOwn(service) ? { name: ctx.actor.name, email: ctx.actor.email } : customer;
	const held = {
		name: known?.name,
		email: known?.email ?? undefined,
		phone: isOwn(service) ? undefined : (customer?.phone ?? undefined),
	};
	return account.answersFrom(service, held, ctx.now);
}

/** The same with where it comes from, for the draft to keep. */
export function knownFrom(ctx: OfficerContext, service: Service, customer: Customer | undefined): sources.Known {
	const source = { who: "account", at: ctx.now.toISOString() } as const;
	return Object.fromEntries(
		Object.entries(knownAnswers(ctx, service, customer)).map(([id, value]) => [id, { value, source }]),
	);
}
