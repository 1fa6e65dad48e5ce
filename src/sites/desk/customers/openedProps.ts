import { timeInWords } from "../../../platform/time/index.ts";
import type { LookUp } from "../../../modules/records/index.ts";
import type { OpenedProps } from "./opened.views.ts";

/** For what the record stands open, until when, and the way to say something else. */
export function openedOf(reference: string, { purpose, work, until }: LookUp): OpenedProps {
	const why = work === null ? purpose.name : `${purpose.name}, ${work}`;
	return {
		says: `Opened for “${why}” until ${timeInWords(until)}. Only what that needs is shown.`,
		change: { href: `/desk/customers/${reference}/look-ups/new`, text: "Open it for something else" },
	};
}
