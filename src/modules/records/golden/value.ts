/** What the records of one customer say of them, field by field, and what an officer chose. */

/** How far what is said may be leaned on, from the most to the least. */
export const standings = ["verified", "declared", "statutory", "typed", "imported"] as const;
export type Standing = (typeof standings)[number];

/** What a customer is known by. Each is one thing: parts of a name or of an address never come from two records. */
export const goldenFields = ["name", "organisation", "born", "number", "home", "email", "phone"] as const;
export type GoldenField = (typeof goldenFields)[number];

export const fieldWords: Readonly<Record<GoldenField, string>> = {
	name: "Name",
	organisation: "Organisation",
	born: "Date of birth",
	number: "National Insurance number",
	home: "Address",
	email: "Email",
	phone: "Telephone",
};

export function isGoldenField(field: string): field is GoldenField {
	return goldenFields.some((one) => one === field);
}

/** One record's word on one field. */
export type SaidValue = {
	readonly field: GoldenField;
	/** As the record says it. */
	readonly value: string;
	readonly recordId: string;
	/** `front-door`, or the id of a source. */
	readonly source: string;
	readonly standing: Standing;
	/** When the record was last seen to say it. */
	readonly at: Date;
};

/** What an officer holds to be right, whatever the sources say. */
export type ChosenValue = {
	readonly id: string;
	readonly recordId: string;
	readonly field: GoldenField;
	readonly value: string;
	readonly why: string;
	readonly by: string;
	readonly at: Date;
};

/** The value that stands, where it is from, and what the other records say. */
export type GoldenValue = {
	readonly field: GoldenField;
	readonly value: string;
	/** Undefined where no record says what an officer chose. */
	readonly said: SaidValue | undefined;
	readonly chosen: ChosenValue | undefined;
	/** Those that say the same, or less of the same. */
	readonly agree: readonly SaidValue[];
	readonly differ: readonly SaidValue[];
	/** Somebody has one of these, and the records say two. Of addresses for mail and telephones one may have several. */
	readonly conflict: boolean;
};
