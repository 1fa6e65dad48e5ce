import type { Carrier, Letter } from "../../modules/messages/index.ts";
import type { Db } from "../../platform/db/connect.ts";
import { demoCarrier } from "./delivery.ts";

export function demoLetter(db: Db): Carrier<Letter> {
	return demoCarrier(db, "letter", (message) => message.to.address);
}
