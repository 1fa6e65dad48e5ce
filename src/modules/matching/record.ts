/**
 * What is compared: one record of any source, each field in the one form that comparing needs. `undefined` says that the
 * source does not know, which speaks neither for nor against.
 */
export const textFields = [
	/** All first names run together, folded: `maryann`. */
	"given",
	/** The formal names that the first of them may stand for: `bill` → `william`; most have one, `alex` has two. */
	"root",
	"otherRoot",
	/** All of it run together, folded: `vanderberg`, `smithjones`. */
	"surname",
	/** The parts of a double name, only where there are two. */
	"surnameFirst",
	"surnameLast",
	/** First name and surname in the order of the alphabet, the same whichever stands in the other's place. */
	"bothNames",
	/** How they sound, for finding pairs and never for judging them. */
	"givenSound",
	"surnameSound",
	/** Eight digits, `19840229`; a date that cannot be is kept, for it is one slip from one that can. */
	"born",
	"email",
	/** Before the @. */
	"mailbox",
	/** The digits in it, `-` where it has none. */
	"mailboxDigits",
	"phone",
	/** A number that stands for one person, such as a National Insurance number. */
	"number",
	"uprn",
	/** Without its space: `TS19FT`. */
	"postcode",
	/** `TS1`; only of what has a UK postcode's shape. */
	"district",
	/** Flat and house: `2/14a`, `14a`, or the name of a house. */
	"house",
	"street",
	"town",
	"birthplace",
	"occupation",
	"organisation",
] as const;

export type TextField = (typeof textFields)[number];

export type StandardRecord = Partial<Record<TextField, string>>;

/** What a source may say, before it is put in order: the columns that a file's own columns are mapped to. */
export const sourceFields = [
	"id",
	"name",
	"given",
	"surname",
	"born",
	"birthYear",
	"birthMonth",
	"birthDay",
	"email",
	"phone",
	"number",
	"uprn",
	"address",
	"house",
	"street",
	"town",
	"postcode",
	"birthplace",
	"occupation",
	"organisation",
] as const;

export type SourceField = (typeof sourceFields)[number];

export type SourceRecord = Partial<Record<SourceField, string>>;
