/** Where the pages of a life event are. */
export const all = "/life-events";
export const eventAt = (event: string) => `${all}/${event}`;
export const formAt = (event: string) => `${eventAt(event)}/form`;
export const planAt = ({ event, id }: { event: string; id: string }) => `${eventAt(event)}/${id}`;
export const pageAt = (plan: { event: string; id: string }, page: string) => `${planAt(plan)}/${page}`;
export const beginAt = (plan: { event: string; id: string }, service: string) => `${planAt(plan)}/services/${service}`;
