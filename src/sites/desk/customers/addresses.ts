/** Where customers' pages stand. */
export const customersAt = "/desk/customers";

/** By the id or reference of any of a customer's records; `more` is what the page is asked for. */
export function recordAt(idOrReference: string, more: Readonly<Record<string, string | undefined>> = {}): string {
	const given = Object.entries(more).filter((pair): pair is [string, string] => Boolean(pair[1]));
	const asked = given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
	return `${customersAt}/${idOrReference}${asked}`;
}

export function valueAt(reference: string, field: string): string {
	return `${customersAt}/${reference}/values/${field}`;
}
