import { type GoldenField, type SaidValue, type Standing } from "./value.ts";

/** A record as it says it: fields as the source's declaration names them. */
export type Saying = {
	readonly id: string;
	readonly source: string;
	readonly standing: Standing;
	readonly at: Date;
	readonly said: Readonly<Record<string, string>>;
};

/** What a record says of what customers are known by, made of nothing but the fields that may be shown. */
export function saidBy(record: Saying, mayShow: (field: string) => boolean): SaidValue[] {
	const shown = (field: string) => (mayShow(field) ? (record.said[field]?.trim() ?? "") : "");
	const { id: recordId, source, standing, at } = record;
	const values: Readonly<Record<GoldenField, string>> = {
		name: shown("name") || joined([shown("given"), shown("surname")], " "),
		organisation: shown("organisation"),
		born: shown("born"),
		number: shown("number"),
		home: homeOf(shown),
		email: shown("email"),
		phone: shown("phone"),
	};
	return fieldsOf(values).map(([field, value]) => ({ field, value, recordId, source, standing, at }));
}

function fieldsOf(values: Readonly<Record<GoldenField, string>>): [GoldenField, string][] {
	const { name, organisation, born, number, home, email, phone } = values;
	const all: [GoldenField, string][] = [
		["name", name],
		["organisation", organisation],
		["born", born],
		["number", number],
		["home", home],
		["email", email],
		["phone", phone],
	];
	return all.filter(([, value]) => value !== "");
}

/** A postcode alone is no address. */
function homeOf(shown: (field: string) => string): string {
	const lines = shown("address") || joined([joined([shown("house"), shown("street")], " "), shown("town")], ", ");
	const postcode = shown("postcode");
	const has = postcode !== "" && bare(lines).includes(bare(postcode));
	return lines === "" ? "" : joined([lines, has ? "" : postcode], ", ");
}

function bare(text: string): string {
	return text.replace(/\s/g, "").toUpperCase();
}

function joined(parts: readonly string[], by: string): string {
	return parts.filter((part) => part !== "").join(by);
}
