import { timeInWords } from "../../../platform/time/index.ts";
import type { Problem } from "../form.views.ts";

/** What is said when someone is not let in, for each reason there is. */
const words = {
	wrong: { field: "email", message: "That email address and password do not belong together" },
	"wrong-code": { field: "code", message: "That is not the code your app shows now. Check the time on your telephone" },
	"used-code": { field: "code", message: "That code was used already. Wait for the next one" },
	over: { message: "Signing in took too long, or was tried too often. Begin again" },
	"provider-away": { message: "The other sign-in service does not answer. Try again, or use your password" },
	"provider-refused": { message: "The other sign-in service did not let you in" },
	"provider-unsure": { message: "The other sign-in service sent an answer that cannot be trusted. Begin again" },
	"no-officer": { message: "There is no officer here with the email address of that account" },
	"linked-otherwise": { message: "You sign in here with another account of that service" },
} as const satisfies Record<string, Problem>;

export type NotIn = { code: keyof typeof words; details: undefined } | { code: "wait"; details: Date };

export function saidOf(refusal: NotIn, field: string): Problem {
	if (refusal.code !== "wait") return words[refusal.code];
	// The clock tells minutes: the one after is never too soon.
	const minute = new Date(Math.ceil(refusal.details.getTime() / 60_000) * 60_000);
	return { field, message: `There were too many tries. Try again after ${timeInWords(minute)}` };
}
