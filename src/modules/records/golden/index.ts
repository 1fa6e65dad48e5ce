/** What stands of a customer, of all that their records say. */
export { chooseValue, type Choice, choicesOf, endChoice } from "./chosen.ts";
export { saidBy, type Saying } from "./said.ts";
export { survive } from "./survive.ts";
export {
	fieldWords,
	type GoldenField,
	type GoldenValue,
	isGoldenField,
	type SaidValue,
	type Standing,
} from "./value.ts";
