import type { OfficerContext } from "../../../platform/context/index.ts";
import { type Answer, page } from "../../../platform/http/index.ts";
import type { Draft, SubmittedAs } from "../../../modules/forms/index.ts";
import { clocksStartedBy, fees, firstStage, type Service } from "../../../modules/services/index.ts";
import { publicAddress } from "../../public/address.ts";
import { chooserAt, mineAt, scriptOf } from "./addresses.ts";
import { isOwn } from "./offered.ts";
import { sentMain } from "./sent.views.ts";

/** What to tell the customer once it was sent. */
export function sentPage(
	{ house, actor }: OfficerContext,
	service: Service,
	{ answers }: Draft,
	submitted: SubmittedAs,
): Answer {
	const { definition } = service;
	const { email, phone } = definition.register;
	const contact = [email, phone].map((id) => (id ? answers[id] : undefined)).find((one) => typeof one === "string");
	const own = isOwn(service);
	return page({
		title: `Sent - ${definition.name}`,
		current: own ? "mine" : "forms",
		main: sentMain({
			definition,
			own,
			submitted,
			address: publicAddress(house, submitted.link),
			promises: clocksStartedBy(service, firstStage(service).id, answers, submitted.at),
			cost: fees.costOf(service, answers, submitted.at),
			contact: typeof contact === "string" ? contact : "",
			again: scriptOf(service.id),
			others: own ? mineAt : chooserAt,
			request:
				actor.permissions.has("requests.read") && !definition.confidential
					? `/desk/requests/${submitted.reference}`
					: undefined,
		}),
	});
}
