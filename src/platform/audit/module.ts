import { defineModule } from "../module/index.ts";

export const auditModule = defineModule({
	name: "audit",
	personalData: [
		{
			table: "audit.entry",
			what: "who read or changed which record, when and why",
			purpose: "to account for every use of personal data, to the customer, the regulator and the courts",
			basis: "UK GDPR Article 5(2) and 6(1)(c): accountability",
			kept: "six years",
		},
	],
});
