import type { House } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { type Client, clientByKey } from "../../../modules/requests/index.ts";
import { type Wrong, wrong } from "./answers.ts";

/** There is one council here; its domain may be left out. */
export function wrongJurisdiction(house: House, id: string): Wrong | undefined {
	const { domain } = councilPart.of(house);
	return id === "" || id.toLowerCase() === domain
		? undefined
		: wrong(404, `There is no jurisdiction ${JSON.stringify(id)} here. It is ${domain}, and may be left out.`);
}

export async function clientOf(house: House, key: string, now: Date): Promise<Client | Wrong> {
	return (await clientByKey(house, key, now)) ?? wrong(403, "The api_key is missing or is not valid.");
}

/** Addresses of pictures that another system holds: shown to officers as links, fetched by nobody here. */
export function wrongMedia(urls: readonly string[]): Wrong | undefined {
	if (urls.length > 10) return wrong(400, "There can be 10 media_url at most.");
	const isLink = (url: string) => url.length <= 2000 && URL.canParse(url) && /^https?:\/\//i.test(url);
	return urls.every(isLink) ? undefined : wrong(400, "media_url must be an address that begins with https://.");
}
