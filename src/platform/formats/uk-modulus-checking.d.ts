declare module "uk-modulus-checking" {
	export default class UkModulusChecking {
		/** Six digits, and eight. */
		constructor(account: { sortCode: string; accountNumber: string });
		isValid(): boolean;
	}
}
