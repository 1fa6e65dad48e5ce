import { sql } from "kysely";

/**
 * Of records `ra` and `rb`: either, or another record of either's customer, is kept from all matching. Nobody is shown such a
 * pair, since to see two records beside each other may be what puts somebody in danger.
 */
export const isHidden = sql<boolean>`exists (select from records.record hidden
	where hidden.head_id in (ra.head_id, rb.head_id) and hidden.restricted)`;
