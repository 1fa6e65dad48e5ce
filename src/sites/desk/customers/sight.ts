import type { LookUp } from "../../../modules/records/index.ts";

/** What of a source a look-up opens: whether even its having a record is known, and which fields are shown or only compared. */
export type Sees = LookUp["sees"];

/** Every field of every source passes through here before it stands on a page. */
export type MayShow = (source: string, field: string) => boolean;

export function mayShowBy(sees: Sees): MayShow {
	return (source, field) => {
		const { known, shown } = sees(source);
		return known && shown.includes(field);
	};
}
