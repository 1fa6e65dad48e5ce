/** Where a customer's own record comes from, beside the sources that a pack declares. */
export const frontDoor = "front-door";

/** One record of a customer: ours, or another system's. `id` is that of the customer or of the source's record. */
export type Node = {
	id: string;
	/** What an officer may quote: CR-7K4M-9QXD. It goes on finding the customer whatever the record is linked with. */
	reference: string;
	/** `front-door`, or the id of a source. */
	source: string;
	kind: "person" | "organisation";
	/** The record by whose id and reference the whole tree goes. */
	headId: string;
	beganAt: Date;
	/** Never linked by itself and never shown beside another. */
	restricted: boolean;
	/** The source no longer has it. */
	goneAt: Date | null;
};

export const nodeColumns = [
	"id",
	"reference",
	"source",
	"kind",
	"head_id as headId",
	"began_at as beganAt",
	"restricted",
	"gone_at as goneAt",
] as const;
