/** What one customer may be to another. */
export const relationshipKinds = [
	"carer",
	"parent",
	"representative",
	"appointee",
	"attorney",
	"deputy",
	"works-for",
	"owner",
] as const;
export type RelationshipKind = (typeof relationshipKinds)[number];

/** As a sentence without its ends: whom `from` is, and who `to` has. */
export const relationshipWords: Readonly<Record<RelationshipKind, { is: string; has: string }>> = {
	carer: { is: "Cares for", has: "Is cared for by" },
	parent: { is: "Is a parent or guardian of", has: "Has as parent or guardian" },
	representative: { is: "Speaks for", has: "Is spoken for by" },
	appointee: { is: "Is appointee for the benefits of", has: "Has as appointee for benefits" },
	attorney: { is: "Has power of attorney for", has: "Has given power of attorney to" },
	deputy: { is: "Is deputy, by the Court of Protection, for", has: "Has as deputy, by the Court of Protection," },
	"works-for": { is: "Works for", has: "Has working for them" },
	owner: { is: "Owns", has: "Is owned by" },
};

/** What one may do for the other. */
export const scopes = ["ask", "tell", "change", "be-paid"] as const;
export type Scope = (typeof scopes)[number];

export const scopeWords: Readonly<Record<Scope, string>> = {
	ask: "ask for things and hear how they stand",
	tell: "tell us things",
	change: "change what was agreed",
	"be-paid": "be paid in their place",
};

/** One side of it, as it stands on that customer's record. */
export type Relationship = {
	id: string;
	kind: RelationshipKind;
	/** `is`: this customer is it to the other; `has`: the other is it to this customer. */
	side: "is" | "has";
	/** Of the customer whose record it is; of several linked ones, the one it was noted on. */
	customerId: string;
	other: { id: string; name: string };
	scope: readonly Scope[];
	/** What was seen that shows it. */
	evidence: string;
	fromDay: string;
	/** Its last day, where it has one. */
	untilDay: string | null;
	notedAt: Date;
	notedBy: string;
};
