/** National Insurance numbers, by HMRC's syntax (NIM39110). Never proof of who someone is. */

const shape = /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;
const neverIssued = /^(BG|GB|KN|NK|NT|TN|ZZ)/;
const madeUp = /^QQ\d{6}[A-D]$/;

/**
 * `jg 10 37 59 a` → `JG103759A`; undefined for what cannot be one. QQ is never issued and used in examples, so it is taken only
 * where `examples` says so.
 */
export function readNino(typed: string, { examples = false } = {}): string | undefined {
	if (typed.length > 40) return undefined;
	const close = typed.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
	if (examples && madeUp.test(close)) return close;
	return shape.test(close) && !neverIssued.test(close) ? close : undefined;
}

/** `JG 10 37 59 A`, as it stands on the card. */
export function ninoInWords(nino: string): string {
	return nino.replace(/^(..)(..)(..)(..)(.)$/, "$1 $2 $3 $4 $5");
}
