import type { Context } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import type { Terms } from "../../forms/index.ts";
import { inArea, sectorOf, wardAt } from "../../places/index.ts";

/** What reading an answer needs to know of the council and the moment. */
export function termsOf({ house, now }: Context): Terms {
	return {
		now,
		area: {
			council: councilPart.of(house).name,
			contains: (latitude, longitude) => inArea(house, { latitude, longitude }),
			hasPostcode: (postcode) => sectorOf(house, postcode)?.centre !== undefined,
			wardAt: (latitude, longitude) => wardAt(house, { latitude, longitude })?.code,
		},
	};
}
