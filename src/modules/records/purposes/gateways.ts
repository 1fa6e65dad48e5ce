/**
 * Data that a law lends for some purposes and no others. A purpose of the pack says through which of these gateways it comes; one
 * that names none never sees such data, whatever else it is granted.
 */
const gateways = {
	/** To tell it without authority is a crime (Social Security Administration Act 1992, section 123). */
	dwp: {
		"council-tax-reduction": "Social Security (Information-sharing) Regulations 2012 (SI 2012/1483), Part 4",
		"housing-benefit": "Social Security Administration Act 1992, section 134",
		"blue-badge": "SI 2012/1483, regulation 5",
		"healthy-start": "SI 2012/1483, regulation 5",
		"local-welfare": "SI 2012/1483, regulation 5",
		"charging-for-care": "SI 2012/1483, regulation 5",
		"supporting-families": "SI 2012/1483, regulation 5",
		homelessness: "SI 2012/1483, regulation 5; Housing Act 1996, Part 7",
		"benefit-cap": "SI 2012/1483, regulation 5",
	},
	/** The full register of electors, not the edited one. */
	electoral: {
		registration: "Representation of the People Act 1983, sections 9 and 9A",
		"law-enforcement":
			"Representation of the People (England and Wales) Regulations 2001 (SI 2001/341), regulation 107",
	},
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type Law = keyof typeof gateways;

export const laws: readonly Law[] = ["dwp", "electoral"];

/** What the data is called in a sentence. */
export const lawWords: Readonly<Record<Law, string>> = {
	dwp: "what the Department for Work and Pensions lends",
	electoral: "the full register of electors",
};

/** Names of the purposes that a law allows. */
export function gatewaysOf(law: Law): readonly string[] {
	return Object.keys(gateways[law]);
}
