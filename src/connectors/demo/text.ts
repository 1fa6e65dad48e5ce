import type { Carrier, Text } from "../../modules/messages/index.ts";
import type { Db } from "../../platform/db/connect.ts";
import { demoCarrier } from "./delivery.ts";

export function demoText(db: Db): Carrier<Text> {
	return demoCarrier(db, "text", (message) => message.to.phone);
}
