import type { Permission } from "../../platform/auth/permissions.ts";

/** A place of the desk. `name` is what its pages give as `current`. */
type DeskPlace = { name: string; text: string; href: string; needs: Permission | "officer" };

const places: readonly DeskPlace[] = [
	{ name: "queue", text: "Queue", href: "/desk/requests", needs: "requests.read" },
	{ name: "tasks", text: "Tasks", href: "/desk/tasks", needs: "requests.read" },
	{ name: "customers", text: "Customers", href: "/desk/customers", needs: "customers.read" },
	{ name: "forms", text: "New request", href: "/desk/forms", needs: "forms.fill" },
	{ name: "pairs", text: "Matches", href: "/desk/pairs", needs: "records.review" },
	{ name: "messages", text: "Messages", href: "/desk/messages", needs: "messages.read" },
	{ name: "services", text: "Services", href: "/desk/services", needs: "services.read" },
	{ name: "website", text: "Searches", href: "/desk/services/searches", needs: "services.manage" },
	{ name: "alerts", text: "Banners", href: "/desk/services/alerts", needs: "services.manage" },
	{ name: "corrections", text: "Corrections", href: "/desk/corrections", needs: "records.correct" },
	{ name: "sources", text: "Sources", href: "/desk/sources", needs: "sources.manage" },
	{ name: "jobs", text: "Jobs", href: "/desk/admin/jobs", needs: "jobs.read" },
	{ name: "officers", text: "Officers", href: "/desk/admin/officers", needs: "staff.manage" },
	{ name: "clients", text: "Other systems", href: "/desk/admin/clients", needs: "clients.manage" },
	{ name: "look-ups", text: "Look-ups", href: "/desk/look-ups", needs: "look-ups.review" },
	{ name: "mine", text: "For staff", href: "/desk/mine", needs: "officer" },
];

/** The places an officer may enter. */
export function placesFor(held: ReadonlySet<Permission>): readonly DeskPlace[] {
	return places.filter(({ needs }) => needs === "officer" || held.has(needs));
}
