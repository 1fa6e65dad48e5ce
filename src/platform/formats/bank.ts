/** Sort codes and account numbers of banks and building societies. */
import UkModulusChecking from "uk-modulus-checking";

/** `30-94-30` → `309430`; undefined for what is not six digits. */
export function readSortCode(typed: string): string | undefined {
	const digits = digitsOf(typed);
	return digits !== undefined && /^\d{6}$/.test(digits) ? digits : undefined;
}

/** Six to eight digits, kept as the eight that banks use: `733445` → `00733445`. */
export function readAccountNumber(typed: string): string | undefined {
	const digits = digitsOf(typed);
	return digits !== undefined && /^\d{6,8}$/.test(digits) ? digits.padStart(8, "0") : undefined;
}

/** `30-94-30`, as it stands on the card. */
export function sortCodeInWords(sortCode: string): string {
	return sortCode.replace(/^(..)(..)(..)$/, "$1-$2-$3");
}

/**
 * Whether the two can belong together by the banks' modulus check. The table of weights is some years old and banks change it,
 * so that `false` is a reason to look again and never to refuse.
 */
export function numbersFit(sortCode: string, accountNumber: string): boolean {
	return new UkModulusChecking({ sortCode, accountNumber }).isValid();
}

function digitsOf(typed: string): string | undefined {
	return typed.length > 40 ? undefined : typed.normalize("NFKC").replace(/[\s.\-\u2010-\u2015]/g, "");
}
