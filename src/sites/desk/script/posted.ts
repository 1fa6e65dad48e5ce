import { validate as isId } from "uuid";
import { script } from "../../../modules/forms/index.ts";

/** How an officer speaks with the customer; the channel of the request. */
export type Spoken = "phone" | "desk";

/** What came from the screen: what was typed for the questions, and what the officer wants done with it. */
export type Posted = {
	readonly given: script.Given;
	/** It is to be sent. */
	readonly send: boolean;
	/** The mark of the answers that were shown. */
	readonly was: string;
	/** The mark of somebody else's answers that may be replaced. */
	readonly keep: string;
	readonly by: Spoken;
	/** It is put away, to be gone on with by a code or a link. */
	readonly later: boolean;
	/** Whose details were filled in. */
	readonly customer: string;
	/** The id of the draft that it begins. */
	readonly begins: string | undefined;
};

/** The names of its own boxes begin with an underscore, which no question's does. Whatever comes in their place is nothing. */
export function readPosted(form: Readonly<Record<string, unknown>>): Posted {
	const text = (name: string) => {
		const value = Object.hasOwn(form, name) ? form[name] : undefined;
		return typeof value === "string" ? value : "";
	};
	const given = Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith("_")));
	const change = script.readItemChange(text("_do"));
	return {
		given: change ? script.changedItems(given, change) : given,
		send: text("_do") === "send",
		was: text("_was"),
		keep: text("_keep"),
		later: text("_do") === "later",
		customer: text("_customer"),
		begins: isId(text("_draft")) ? text("_draft") : undefined,
		by: text("_by") === "desk" ? "desk" : "phone",
	};
}
