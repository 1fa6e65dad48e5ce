/** Where the pages of a journey are. `draft` is its draft's id; at the desk an officer goes through it with a customer. */
export type Journey = { readonly service: string; readonly draft: string; readonly desk?: boolean };

export const startOf = (service: string) => `/services/${service}`;
export const formOf = (service: string) => `/services/${service}/form`;
/** Where officers begin and open forms. */
export const desk = "/desk/forms";
const of = ({ service, draft, desk: isDesk }: Journey) =>
	isDesk ? `${desk}/${service}/${draft}` : `${formOf(service)}/${draft}`;

/** Goes on where the form was left. */
export const resumptionOf = of;
/** Where a journey began. */
export const beginningOf = (journey: Journey) => (journey.desk ? desk : startOf(journey.service));
/** The page's address within the form, and back: the same on the website and at the desk. */
export const within = (journey: Journey, path: string) => path.slice(of(journey).length + 1);
export const at = (journey: Journey, page: string) => `${of(journey)}/${page}`;

export const savedAt = (journey: Journey) => `${of(journey)}/saved`;
export const linksAt = (journey: Journey) => `${of(journey)}/links`;
export const linkRemovalAt = (journey: Journey, link: string) => `${linksAt(journey)}/${link}/removal`;
export const codesAt = (journey: Journey) => `${of(journey)}/codes`;

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
