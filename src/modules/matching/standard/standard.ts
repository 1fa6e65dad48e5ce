import type { SourceRecord, StandardRecord } from "../record.ts";
import { standardAddress } from "./address.ts";
import { isBlank } from "./blank.ts";
import { standardBirth } from "./date.ts";
import { fold } from "./fold.ts";
import { standardName } from "./name.ts";
import { standardReach } from "./reach.ts";

/** One record of a source as it is compared. Pure: the same record always gives the same. */
export function standardRecord(source: SourceRecord): StandardRecord {
	const born = standardBirth(source);
	return {
		...standardName(source),
		...(born === undefined ? {} : { born }),
		...standardReach(source),
		...standardAddress(source),
		...plain("birthplace", source.birthplace),
		...plain("occupation", source.occupation),
		...plain("organisation", source.organisation),
	};
}

function plain(field: "birthplace" | "occupation" | "organisation", text: string | undefined): StandardRecord {
	const said = text === undefined || isBlank(text) ? "" : fold(text);
	return said === "" ? {} : { [field]: said };
}
