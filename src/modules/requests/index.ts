import { defineModule } from "../../platform/module/index.ts";
import { eraseJob } from "../../platform/jobs/index.ts";
import { automationJob } from "./automation/job.ts";
import { endJob, remindJob } from "./asking/jobs.ts";
import { clientRoutes } from "./clients/index.ts";
import { deskRoutes } from "./desk.routes.ts";
import { requestListeners } from "./hears/index.ts";
import { publicRoutes } from "./public.routes.ts";

export { askOpenRequest } from "./checks/openRequest.ts";
export { askSameCustomer } from "./checks/sameCustomer.ts";
export { addInformation } from "./actions/addInformation.ts";
export { applyClientUpdate, type ClientUpdate } from "./actions/clientUpdate.ts";
export { closeRequest } from "./actions/close.ts";
export { followRequest, stopFollowing } from "./actions/follow.ts";
export { handOverRequest } from "./actions/handOver.ts";
export { moveRequest } from "./actions/move.ts";
export { addNote } from "./actions/note.ts";
export { reopenRequest, sayNotFixed } from "./actions/reopen.ts";
export { type Channel, type Submission, submitRequest, submitRequestIn, type Submitted } from "./actions/submit.ts";
export { assignRequest, takeRequest } from "./actions/take.ts";
export * as cards from "./customer/index.ts";
export { createClient, revokeClient } from "./clients/actions.ts";
export { type Client, clientByKey, clients } from "./clients/queries.ts";
export {
	informationAdded,
	noteAdded,
	requestAssigned,
	requestClosed,
	requestExtended,
	requestFollowed,
	requestHandedOver,
	requestMoved,
	requestReceived,
	requestReopened,
} from "./events.ts";
export { trackLink } from "./links.ts";
export { mayUpdate, type PublicRequest, publicRequests, publicRequestsByReference } from "./open/requests.ts";
export { giveToken, referenceByToken, tokenOf } from "./open/tokens.ts";
export { type PublicUpdate, publicUpdates } from "./open/updates.ts";
export { findCustomers } from "./desk/findCustomers.ts";
export { askWorkInHand } from "./queries/inHand.ts";
export { type Nearby, nearbyOpen } from "./queries/nearby.ts";
export * as ofCustomers from "./queries/ofCustomers.ts";
export { type OwnRequest, ownRequests } from "./queries/own.ts";
export { type Request, requestByReference } from "./queries/request.ts";
export { trackByReference, type Tracked } from "./queries/track.ts";

export const requestsModule = defineModule({
	name: "requests",
	routes: [...deskRoutes, ...clientRoutes, ...publicRoutes],
	hears: requestListeners,
	jobs: [eraseJob(endJob), eraseJob(remindJob), eraseJob(automationJob)],
	personalData: [
		{
			table: "requests.request",
			what: "what a customer asked for, in their words and answers, where, and what became of it",
			purpose: "to do what was asked and to keep the promise made",
			basis: "each service's own, as its definition states",
			kept: "as long after closing as the service's definition states",
		},
		{
			table: "requests.entry",
			what: "what the customer added, what officers noted, filled in and wrote to the customer, and who did what when",
			purpose: "to account for how a request was dealt with",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as its request",
		},
		{
			table: "requests.asking",
			what: "what the customer was asked later, by which officer, what they answered and what they have answered so far",
			purpose: "to know what is needed to go on with the request",
			basis: "each service's own, as its definition states",
			kept: "as long as its request; what was answered so far, until it is answered",
		},
		{
			table: "requests.opinion",
			what: "the name and email address of whom an officer asked for an opinion, and why",
			purpose: "to let them say what the council needs to know, by a link that only they get",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as its request; the link stops working at the end of its time",
		},
		{
			table: "requests.opinion_reply",
			what: "what they said by it",
			purpose: "to decide or to do what was asked for",
			basis: "each service's own, as its definition states",
			kept: "as long as its request",
		},
		{
			table: "requests.task",
			what: "what has to be done for a request, by which team, and when it was",
			purpose: "to do what was asked in time",
			basis: "each service's own, as its definition states",
			kept: "as long as its request",
		},
		{
			table: "requests.clock_change",
			what: "why a promise to a customer waited, began again or was made longer, in the words of the law or of an officer",
			purpose: "to account for the date that was promised",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as its request",
		},
		{
			table: "requests.attachment",
			what: "photos that the customer sent",
			purpose: "to see what was asked about",
			basis: "each service's own, as its definition states",
			kept: "as long as its request",
		},
		{
			table: "requests.follower",
			what: "who asked to be told of a request that someone else made",
			purpose: "to tell them",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as its request, or until they stop following",
		},
		{
			table: "events.event",
			what: "what happened to which request, by ids, with the id of an officer or of one who follows it",
			purpose: "to do what follows from it, such as telling the customer",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as its request",
		},
	],
});
