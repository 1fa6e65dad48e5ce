import { defineModule } from "../../platform/module/index.ts";
import { eraseJob } from "../../platform/jobs/index.ts";
import { sweepMessages } from "./delivery.ts";
import { messageRoute, messagesRoute, sendAgainRoute } from "./desk.routes.ts";
import { findUnsure, sendJob } from "./jobs.ts";
import { messagesPart } from "./pack.ts";

export { sendMessage, type ToSend } from "./actions.ts";
export { noteBounceReport } from "./bounces.ts";
export { messageLog } from "./desk.views.ts";
export { messagesPart, type TemplateName } from "./pack.ts";
export {
	Bounced,
	type Carrier,
	type Email,
	emailPort,
	Later,
	type Letter,
	letterPort,
	Refused,
	type Sender,
	type Text,
	textPort,
} from "./port.ts";
export { messagesSince } from "./ofCustomers.ts";
export { type MessageLine, messagesOf } from "./queries.ts";
export type { Recipient } from "./recipient.ts";
export { timelineOf } from "./thread.ts";
export type { Variables } from "./variables.ts";

export const messagesModule = defineModule({
	name: "messages",
	routes: [messagesRoute, messageRoute, sendAgainRoute],
	jobs: [eraseJob(sendJob)],
	daily: [
		{ at: "*/5 * * * *", does: "mark messages whose sending was cut short", run: findUnsure },
		{ at: "45 2 * * *", does: "forget messages about what is forgotten", run: sweepMessages },
	],
	pack: [messagesPart],
	personalData: [
		{
			table: "messages.message",
			what: "name, address or number, and the full text of what the council sent",
			purpose: "to tell customers how their requests go, and to show what they were told",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as what it is about; one about a saved form for 28 days",
		},
	],
});
