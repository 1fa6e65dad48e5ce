import { defineModule } from "../../platform/module/index.ts";
import { sectorsPart, wardsPart } from "./pack.ts";
import { publicRoutes } from "./public.routes.ts";

export {
	addressesAt,
	addressPort,
	type AddressRegister,
	isAway,
	isRemembered,
	type RegisterAddress,
	type RegisterAway,
} from "./addressRegister.ts";
export {
	type Asset,
	assetNumber,
	assetNumbered,
	assetPort,
	type AssetRegister,
	assetsNear,
} from "./assetRegister.ts";
export { placeMap, type PlaceMap, pointMap } from "./map.views.ts";
export type { Box, Point } from "../../platform/geo/index.ts";
export { wardsPart } from "./pack.ts";
export { inArea, sectorNames, sectorOf, wardAt, wardByCode, wardNames } from "./queries.ts";

export const placesModule = defineModule({
	name: "places",
	routes: publicRoutes,
	personalData: "none",
	pack: [wardsPart, sectorsPart],
});
