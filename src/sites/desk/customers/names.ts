import type { OfficerContext } from "../../../platform/context/index.ts";
import { frontDoor } from "../../../modules/records/index.ts";
import { sourceOf } from "../../../modules/sources/index.ts";

/** What officers call a source. */
export function sourceNames({ house }: OfficerContext): (source: string) => string {
	return (source) => (source === frontDoor ? "Front Door" : (sourceOf(house, source)?.name ?? source));
}
