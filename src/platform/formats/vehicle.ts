/** Registration numbers of vehicles, as DVLA and DVA have issued them since 1903. */

/** Each with its groups, which are written apart. */
const shapes = [
	/** Since 2001: `AB12 CDE`. */
	/^([A-Z]{2}\d{2})([A-Z]{3})$/,
	/** 1983 to 2001, and Q plates: `A123 BCD`. */
	/^([A-Z]\d{1,3})([A-Z]{3})$/,
	/** 1963 to 1982: `ABC 123D`. */
	/^([A-Z]{3})(\d{1,3}[A-Z])$/,
	/** Before, and in Northern Ireland until now: `AIZ 1234`, `1234 AB`. */
	/^([A-Z]{1,3})(\d{1,4})$/,
	/** Diplomats: `123 D 456`. */
	/^(\d{3})([DX])(\d{3})$/,
	/^(\d{1,4})([A-Z]{1,3})$/,
];

/** `ab12cde` → `AB12 CDE`; undefined for what cannot be one. Whether it was ever issued is not known. */
export function readVehicle(typed: string): string | undefined {
	if (typed.length > 40) return undefined;
	const close = typed
		.normalize("NFKC")
		.replace(/[\s.-]/g, "")
		.toUpperCase();
	for (const shape of shapes) {
		const groups = shape.exec(close)?.slice(1);
		if (groups) return groups.join(" ");
	}
	return undefined;
}
