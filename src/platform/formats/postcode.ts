/** UK postcodes, by the syntax Royal Mail publishes. Right syntax is not a place that exists: a look-up says that. */

// The last two letters are never C I K M O V; the first is never Q V X; London's extra letters have places of their own.
const shape = /^(GIR0AA|[A-PR-UWYZ](\d{1,2}|[A-HK-Y]\d(\d|[ABEHMNPRV-Y])?|\d[A-HJKPS-UW])\d[ABD-HJLNP-UW-Z]{2})$/;

/** `ts19ft`, `TS1  9FT` → `TS1 9FT`; undefined for what cannot be a postcode. */
export function readPostcode(typed: string): string | undefined {
	if (typed.length > 40) return undefined;
	const close = typed.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
	return shape.test(close) ? `${close.slice(0, -3)} ${close.slice(-3)}` : undefined;
}
