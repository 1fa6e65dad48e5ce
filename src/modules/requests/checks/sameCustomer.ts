import { sql } from "kysely";
import { dateInWords, londonDate } from "../../../platform/time/index.ts";
import { readContact } from "../../customers/index.ts";
import type { AskCheck } from "../../services/index.ts";

/**
 * Whether a person with this email address or telephone number, and this name, has asked for the same and it is still open.
 * All must agree, so that nobody learns of another by typing an address; and never of what is confidential.
 */
export const askSameCustomer: AskCheck = async (ctx, service, { email, phone, name }) => {
	const { nameKey, emailKey, phoneKey } = readContact({
		name: typeof name === "string" ? name : "",
		email: typeof email === "string" ? email : "",
		phone: typeof phone === "string" ? phone : "",
	});
	if (nameKey === "" || (emailKey === null && phoneKey === null)) return undefined;
	const { rows } = await sql<{ receivedAt: Date }>`
		select r.received_at as "receivedAt" from customers.customer_view c
			join requests.request r on r.customer_id = c.id
		where c.name_key = ${nameKey} and (c.email_key = ${emailKey} or c.phone_key = ${phoneKey})
			and r.service_id = ${service.id} and r.closed_at is null and not r.confidential
		order by r.received_at desc limit 1`.execute(ctx.house.db);
	const [row] = rows;
	return row && { finding: "same", words: { when: `on ${dateInWords(londonDate(row.receivedAt))}` } };
};
