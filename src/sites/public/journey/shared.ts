/** What the public form and the desk's screen of it have in common. */
export { savedAt } from "./addresses.ts";
export { termsOf, mapFor } from "./area.ts";
export { lookUp, offersFor, type Offers } from "./lookUps.ts";
export { nearbyTo } from "./next.ts";
export { asksFiles, takeFilesInto, uploadLimits } from "./uploads.ts";
export { byWhen } from "./sent.views.ts";
