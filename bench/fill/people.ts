import { v7 as newId } from "uuid";
import { readContact } from "../../src/modules/customers/index.ts";
import type { Chance } from "../../src/demo/chance.ts";

export type Person = { id: string; name: string; email: string; phone: string | undefined; since: Date };

/** Customers with the demonstration's first and last names mixed, each with an address and most with a number. */
export function people(names: readonly string[], count: number, since: Date, luck: Chance): Person[] {
	const first = names.map((name) => name.split(" ")[0] ?? name);
	const last = names.map((name) => name.split(" ").at(-1) ?? name);
	return Array.from({ length: count }, (_, number) => {
		const at = new Date(since.getTime() + number * 60_000);
		const name = `${luck.pick(first)} ${luck.pick(last)}`;
		return {
			id: newId({ msecs: at.getTime() }),
			name,
			email: `resident.${number}@people.example`,
			// Ofcom keeps a thousand mobile numbers for drama: about six customers share each, as families share a telephone.
			phone: luck.happens(0.7) ? `07700 900${String(luck.between(0, 999)).padStart(3, "0")}` : undefined,
			since: at,
		};
	});
}

export function customerRow(person: Person) {
	const { name, nameKey, email, emailKey, phone, phoneKey } = readContact({
		name: person.name,
		email: person.email,
		...(person.phone ? { phone: person.phone } : {}),
	});
	return {
		id: person.id,
		kind: "person",
		name,
		name_key: nameKey,
		email,
		email_key: emailKey,
		phone,
		phone_key: phoneKey,
		created_at: person.since,
		changed_at: person.since,
	};
}
