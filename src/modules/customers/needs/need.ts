import { z } from "zod";

export const needGroups = ["telling", "meeting", "for-now", "safety"] as const;
export type NeedGroup = (typeof needGroups)[number];

export const groupWords: Readonly<Record<NeedGroup, string>> = {
	telling: "Telling and asking them",
	meeting: "Meeting and visiting them",
	"for-now": "For now",
	safety: "To keep people safe",
};

export const needShape = z
	.strictObject({
		code: z.string().regex(/^[A-Z]{3}-[A-Z]+$/, "must be like COM-LARGE"),
		says: z.string().trim().min(1).max(120).describe("what to do, never why: Send letters in large print"),
		group: z.enum(needGroups),
		detail: z
			.string()
			.trim()
			.min(1)
			.max(80)
			.optional()
			.describe("the question that its words leave open: Which language?"),
		safety: z
			.literal(true)
			.optional()
			.describe("known to officers alone, noted with a reason by those who may correct records"),
		review: z.int().min(1).max(1100).describe("days until it is asked about again"),
	})
	.refine((need) => (need.group === "safety") === (need.safety === true), {
		error: "must be “safety: true” in the group “safety”, and nowhere else",
		path: ["group"],
	});

/** Something to be done differently for customers, as the pack declares it. */
export type NeedKind = z.infer<typeof needShape>;

/** A need of one customer. */
export type Need = {
	id: string;
	customerId: string;
	code: string;
	/** What to do. Of a need that the pack no longer declares, its code. */
	says: string;
	group: NeedGroup;
	safety: boolean;
	/** What its words leave open, such as the language; empty where they leave nothing open. */
	detail: string;
	saidBy: "customer" | "officer" | "register";
	notedAt: Date;
	notedBy: string;
	/** `YYYY-MM-DD`; from this day on it is asked about again. */
	reviewOn: string;
	/** Its last day, where it has one. */
	untilDay: string | null;
};
