import type { Trouble } from "./route.ts";

/** Thrown before a handler is reached, when the request is not one it could answer. */
export class TurnedAway extends Error {
	override readonly name = "TurnedAway";
	readonly status: Trouble["status"];
	readonly because: Trouble["because"];
	readonly problems: readonly string[];
	constructor(status: Trouble["status"], about: { because?: Trouble["because"]; problem?: string } = {}) {
		super(about.problem ?? String(status));
		this.status = status;
		this.because = about.because;
		this.problems = about.problem === undefined ? [] : [about.problem];
	}
}
