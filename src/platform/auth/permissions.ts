/** Everything an officer may be allowed to do. Roles, which the pack defines, are sets of these. */
export const permissions = [
	"requests.read",
	"requests.work",
	"requests.hand-over",
	"requests.read-sealed",
	"requests.read-confidential",
	/** Fills in forms with and for customers, on the telephone or at a hub. */
	"forms.fill",
	"customers.read",
	/** Judges whether two records are of one customer; merges, and parts them again. */
	"records.review",
	/** Chooses what is right of a customer, notes needs and relationships, tells a source what it has wrong. */
	"records.correct",
	/** Brings records of other systems in, and looks at how good they are. */
	"sources.manage",
	/** Looks at a sample of who opened which record and why. */
	"look-ups.review",
	"messages.read",
	"messages.retry",
	"jobs.read",
	"jobs.retry",
	"audit.read",
	"staff.manage",
	"clients.manage",
	"services.read",
	"services.manage",
] as const;

export type Permission = (typeof permissions)[number];
