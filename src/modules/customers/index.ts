import { defineModule } from "../../platform/module/index.ts";

export { customerFor, noteBounce } from "./actions.ts";
export { type Contact, readContact, type SaidOfThemselves } from "./contact.ts";
export { customerSummary } from "./desk.views.ts";
export { fold } from "./name.ts";
export { type Customer, type CustomerSearch, addressComesBack, customerById, customersMatching } from "./queries.ts";

export const customersModule = defineModule({
	name: "customers",
	personalData: [
		{
			table: "customers.customer",
			what: "name, email address, telephone number, how they like to be told, and whether mail comes back",
			purpose: "to answer those who deal with the council and to tell one from another",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as a request or message of theirs is kept",
		},
	],
});
