import type { Problem } from "../form.views.ts";
import { passwordWords } from "../words.ts";
import type { addOfficer, changeOfficer, officerLeaves, startAgain } from "../actions.ts";

type Outcome = Awaited<
	| ReturnType<typeof addOfficer>
	| ReturnType<typeof changeOfficer>
	| ReturnType<typeof officerLeaves>
	| ReturnType<typeof startAgain>
>;
export type OfficerRefusal = Extract<Outcome, { code: string }>;

const words = {
	email: { field: "email", message: "Enter an email address, like name@council.example" },
	name: { field: "name", message: "Enter the officer's full name" },
	taken: { field: "email", message: "There is an officer with this email address already" },
	"unknown-role": { field: "roles", message: "One of the roles is not known any more. Choose again" },
	"unknown-team": { field: "teams", message: "One of the teams is not known any more. Choose again" },
	"own-account": { message: "Somebody else must do this for you" },
} as const satisfies Record<string, Problem>;

export function problemWith(refusal: OfficerRefusal): Problem {
	switch (refusal.code) {
		case "password-short":
		case "password-long":
		case "password-common":
		case "password-about-you":
			return { message: passwordWords[refusal.code] };
		default:
			return words[refusal.code];
	}
}
