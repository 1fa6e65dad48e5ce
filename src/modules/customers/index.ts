import { defineModule } from "../../platform/module/index.ts";
import { needFaults, needsPart } from "./needs/pack.ts";

export { beginCustomer, customerFor, noteBounce } from "./actions.ts";
export { type Contact, readContact, type SaidOfThemselves } from "./contact.ts";
export { customerSummary } from "./desk.views.ts";
export { fold } from "./name.ts";
export { endNeed, type NewNeed, noteNeed, reviewNeed } from "./needs/actions.ts";
export { groupWords, type Need, type NeedGroup, needGroups, type NeedKind } from "./needs/need.ts";
export { needKinds, needsPart } from "./needs/pack.ts";
export { needsForCustomer, needsOf } from "./needs/queries.ts";
export { endRelationship, type NewRelationship, noteRelationship } from "./relationships/actions.ts";
export { relationshipsOf } from "./relationships/queries.ts";
export {
	type Relationship,
	type RelationshipKind,
	relationshipKinds,
	relationshipWords,
	type Scope,
	scopes,
	scopeWords,
} from "./relationships/relationship.ts";
export {
	type Customer,
	type CustomerSearch,
	addressComesBack,
	customerById,
	customersByIds,
	customersMatching,
} from "./queries.ts";
export { notedSince } from "./since.ts";

export const customersModule = defineModule({
	name: "customers",
	pack: [needsPart],
	faults: needFaults,
	personalData: [
		{
			table: "customers.customer",
			what: "name, email address, telephone number, how they like to be told, and whether mail comes back",
			purpose: "to answer those who deal with the council and to tell one from another",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as a request or message of theirs is kept",
		},
		{
			table: "customers.need",
			what: "what must be done differently for a customer, such as large print or an interpreter; never why",
			purpose: "to serve each customer in the way they can be served",
			basis: "UK GDPR Article 6(1)(c) and, where it shows health, Article 9(2)(g): the Equality Act 2010",
			kept: "until it ends, and then as long as the customer's record",
		},
		{
			table: "customers.relationship",
			what: "who is carer, parent, representative or the like to whom, and what shows it",
			purpose: "to deal with those who may act for somebody, and with nobody else",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "until it ends, and then as long as the customers' records",
		},
	],
});
