/** Where the pages of a journey are. `draft` is its draft's id. */
export type Journey = { readonly service: string; readonly draft: string };

export const startOf = (service: string) => `/services/${service}`;
export const formOf = (service: string) => `/services/${service}/form`;
const of = ({ service, draft }: Journey) => `${formOf(service)}/${draft}`;

export const pageAt = (journey: Journey, page: string, change = false) =>
	`${of(journey)}/${page}${change ? "?change=1" : ""}`;
export const answersAt = (journey: Journey) => `${of(journey)}/answers`;
export const sentAt = (journey: Journey) => `${of(journey)}/sent`;
export const stopAt = (journey: Journey, page: string, change: boolean) =>
	`${of(journey)}/stop/${page}${change ? "?change=1" : ""}`;
export const riskAt = (journey: Journey, page: string, change: boolean) =>
	`${of(journey)}/risk/${page}${change ? "?change=1" : ""}`;
export const checkAt = (journey: Journey, page: string, change: boolean) =>
	`${of(journey)}/check/${page}${change ? "?change=1" : ""}`;
export const nearbyAt = (journey: Journey, page: string, change: boolean) =>
	`${of(journey)}/nearby/${page}${change ? "?change=1" : ""}`;
export const filesAt = (journey: Journey, page: string, change = false) =>
	`${of(journey)}/${page}/files${change ? "?change=1" : ""}`;
export const fileAt = (journey: Journey, page: string, file: string) => `${of(journey)}/${page}/files/${file}`;
export const removalAt = (journey: Journey, page: string, file: string, change = false) =>
	`${fileAt(journey, page, file)}/removal${change ? "?change=1" : ""}`;

/** The pages of an item of a list at `path`: a name, and the number of its page from 0. */
export const itemAt = (path: string, item: string, part = 0) =>
	`${path}/items/${item}${part === 0 ? "" : `/${part + 1}`}`;
export const removalOf = (path: string, item: string) => `${path}/items/${item}/removal`;
export const withChange = (path: string, change: boolean) =>
	change && !path.includes("?") ? `${path}?change=1` : path;

export const reportsOf = (service: string) => `/services/${service}/reports.json`;
export const followersOf = (service: string, reference: string) =>
	`/services/${service}/reports/${reference}/followers`;
