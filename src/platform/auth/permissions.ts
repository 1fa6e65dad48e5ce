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
