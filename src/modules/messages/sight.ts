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

/** Whoever holds the key at the end of a customer's link speaks for them, so officers read the message without it. */
export function withoutKeys(body: string): string {
	return withoutTokens(body).replace(/(\/track\/[\w-]{1,60}\/)[\w-]{22}/g, "$1…");
}

/**
 * A link to answers that were not sent yet, or to what somebody outside is asked, ends in a token that only its reader may have:
 * whoever holds it answers in their name. So what was sent is kept without it.
 */
export function withoutTokens(body: string): string {
	return body.replace(/(\/(?:continue|opinions)\/)[\w-]{43}/g, "$1…");
}
