import type { Carrier, Email } from "../../modules/messages/index.ts";
import type { Db } from "../../platform/db/connect.ts";
import { demoCarrier } from "./delivery.ts";

export function demoEmail(db: Db): Carrier<Email> {
	return demoCarrier(db, "email", (message) => message.to.address);
}
