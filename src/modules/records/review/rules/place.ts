/** Where a page of pairs begins: opaque in the URL. One that was tampered with is as none, so the first page shows. */

/** `at`: bits, or milliseconds since 1970, by whichever the list is ordered. */
export type PairPlace = { readonly at: number; readonly id: string };

const shape = /^(-?\d{1,15}(?:\.\d{1,12})?(?:e-?\d{1,3})?)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function writePlace({ at, id }: PairPlace): string {
	return Buffer.from(`${at}|${id}`).toString("base64url");
}

export function readPlace(typed: string): PairPlace | undefined {
	if (typed.length > 100) return undefined;
	const [, at, id] = shape.exec(Buffer.from(typed, "base64url").toString("latin1")) ?? [];
	return at === undefined || id === undefined ? undefined : { at: Number(at), id };
}
