/** Why a merge or a parting was refused, and what one customer can hardly hold: words for each, or it does not compile. */
import type { Refusal } from "../../../platform/refusal/index.ts";
import type { How } from "../links/link.ts";
import type { mergeCustomers } from "./merge.ts";
import type { partCustomer } from "./part.ts";
import type { Conflict } from "./rules/conflicts.ts";

export type MergeRefusal = Extract<Awaited<ReturnType<typeof mergeCustomers>>, Refusal>;
export type PartRefusal = Extract<Awaited<ReturnType<typeof partCustomer>>, Refusal>;

export const mergeRefusals: Readonly<Record<MergeRefusal["code"], { says: string; field?: string }>> = {
	"why-needed": { says: "Say why these are one customer", field: "why" },
	"too-long": { says: "Shorten the reason to 1,000 characters", field: "why" },
	"not-confirmed": { says: "Confirm that they are one customer, whatever speaks against it", field: "confirm" },
	"same-tree": { says: "These are one customer already" },
	apart: { says: "An officer said that these are two customers" },
	restricted: { says: "One of these customers must not be matched" },
	"too-many": { says: "Together they would have more records than one customer can have" },
	gone: { says: "The sources no longer have any record of one of these customers" },
};

export const partRefusals: Readonly<Record<PartRefusal["code"], { says: string; field?: string }>> = {
	"why-needed": { says: "Say why these are two customers", field: "why" },
	"too-long": { says: "Shorten the reason to 1,000 characters", field: "why" },
	ended: { says: "A colleague ended this link after you opened it" },
};

export const conflictWords: Readonly<Record<Conflict, string>> = {
	number: "They have different National Insurance numbers.",
	born: "They have different dates of birth.",
	kind: "One is a person and the other is an organisation.",
	apart: "A colleague said that they are two customers.",
};

export const howWords: Readonly<Record<How, string>> = {
	matched: "Matched by itself",
	reviewed: "A pair that officers judged",
	merged: "Merged by an officer",
	begun: "Begun from the other record",
};
