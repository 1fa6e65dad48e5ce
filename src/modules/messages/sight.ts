import { type RawBuilder, sql } from "kysely";
import type { OfficerActor } from "../../platform/context/index.ts";

/** Whether the officer may read a message at all: a confidential one only with the permission for all of them. */
export function mayRead({ permissions }: OfficerActor, { confidential }: { confidential: boolean }): boolean {
	return !confidential || permissions.has("requests.read-confidential");
}

/** The same of `messages.message`, in SQL. */
export function mayBeReadBy({ permissions }: OfficerActor): RawBuilder<boolean> {
	return permissions.has("requests.read-confidential") ? sql`true` : sql`not confidential`;
}
