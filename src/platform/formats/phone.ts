/**
 * Telephone numbers. A modest rule on purpose: lengths and first digits from the National Telephone Numbering Plan for +44, and
 * E.164's 7 to 15 digits for everywhere else. Whether a number is in use only a call tells; ranges that Ofcom keeps for
 * drama are numbers like any other. A number without its area code is not one.
 */

/** `e164` is what is dialled and matched, `typed` what the person wrote, `mobile` whether a UK network takes texts for it. */
export type Phone = { e164: string; extension?: string; mobile: boolean; typed: string };

const extensionAtEnd = /\s*(?:,|;|#|\bx|\bext(?:ension|n)?\b\.?|;ext=)\s*:?\s*(\d{1,6})$/i;

/** National numbers after the 0, by their first digit: geographic, non-geographic, corporate, mobile, freephone, premium. */
const national = /^(1\d{8,9}|2\d{9}|3\d{9}|5[56]\d{8}|7\d{9}|8\d{8,9}|9\d{9})$/;
/** 070 is personal numbering and 076 pagers, but 07624 is the Isle of Man's mobiles. */
const mobile = /^\+447([1-57-9]\d|624)\d+$/;

/**
 * Reads `07700 900123`, `+44 (0)1642 245432`, `0044…`, `020 7946 0000 ext 12`, `+33 1 23 45 67 89`. Numbers with no + and no
 * leading 0 are refused, save 44 and a whole UK number as telephone systems show it.
 */
export function readPhone(typed: string): Phone | undefined {
	if (typed.length > 60) return undefined;
	const text = typed.trim().replace(/^tel:/i, "");
	const extension = extensionAtEnd.exec(text);
	const number = extension ? text.slice(0, extension.index) : text;
	const e164 = numberOf(number);
	if (e164 === undefined) return undefined;
	const kept = { e164, mobile: mobile.test(e164), typed: typed.trim() };
	return extension?.[1] ? { ...kept, extension: extension[1] } : kept;
}

function numberOf(text: string): string | undefined {
	if (!/^\+?[\d\s().\-/–\u2011]+$/.test(text)) return undefined;
	const digits = text.replace(/\D/g, "");
	const abroad = text.startsWith("+") ? digits : /^00(?=[1-9])/.test(digits) ? digits.slice(2) : undefined;
	if (abroad === undefined) {
		if (digits.startsWith("0")) return ukNumber(digits.slice(1));
		return /^44\d{10}$/.test(digits) ? ukNumber(digits.slice(2)) : undefined;
	}
	// +44 (0)1642 is so common on letterheads that the 0 is forgiven.
	if (abroad.startsWith("44")) return ukNumber(abroad.slice(2).replace(/^0/, ""));
	return /^[1-9]\d{6,14}$/.test(abroad) ? `+${abroad}` : undefined;
}

function ukNumber(digits: string): string | undefined {
	return national.test(digits) ? `+44${digits}` : undefined;
}

/** A number as a person reads it out: `07700 900123`, `020 7946 0000`, `0300 123 4567`; abroad it stays `+33123456789`. */
export function phoneInWords(e164: string): string {
	if (!e164.startsWith("+44")) return e164;
	const digits = `0${e164.slice(3)}`;
	if (digits.startsWith("02")) return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
	// Big cities (0113, 0191) and everything that is not a place have an area code of four.
	if (/^0(11|1\d1|[35689])/.test(digits)) return `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
	return `${digits.slice(0, 5)} ${digits.slice(5)}`;
}
