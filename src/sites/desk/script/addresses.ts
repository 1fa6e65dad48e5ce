/** Where the pages are on which officers ask customers. `draft` is a draft's id. */
export const chooserAt = "/desk/forms";
export const openingsAt = "/desk/forms/openings";
export const mineAt = "/desk/mine";

export function scriptOf(service: string, customer?: string): string {
	return `/desk/services/${service}/script${customer ? `?customer=${encodeURIComponent(customer)}` : ""}`;
}

export const scriptAt = (service: string, draft: string) => `/desk/services/${service}/script/${draft}`;
export const sentAt = (service: string, draft: string) => `${scriptAt(service, draft)}/sent`;
export const removalAt = (service: string, draft: string, file: string) =>
	`${scriptAt(service, draft)}/files/${file}/removal`;
