/** One incident that is known already, for the demonstration: a kilometre north-east of where the council's map opens. */
import { councilPart } from "../../platform/council/index.ts";
import { metresBetween } from "../../platform/geo/index.ts";
import { dateInWords, addDays, londonDate } from "../../platform/time/index.ts";
import { isPlace } from "../../modules/forms/index.ts";
import type { AskCheck } from "../../modules/services/index.ts";

const reach = 150;

export const demoIncidents: AskCheck = async ({ house, now }, _, { place }) => {
	if (!isPlace(place) || place.latitude === undefined || place.longitude === undefined) return undefined;
	const { latitude, longitude } = councilPart.of(house).map;
	const incident = { latitude: latitude + 0.0064, longitude: longitude + 0.011 };
	const at = { latitude: place.latitude, longitude: place.longitude };
	if (metresBetween(at, incident) > reach) return undefined;
	const until = dateInWords(addDays(londonDate(now), 2));
	return { finding: "known", words: { what: "A water main has burst.", until } };
};
