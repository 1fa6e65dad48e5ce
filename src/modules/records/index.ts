import { hear } from "../../platform/events/index.ts";
import { eraseJob } from "../../platform/jobs/index.ts";
import { defineModule } from "../../platform/module/index.ts";
import { sourceImported } from "../sources/index.ts";
import { checkRoutes } from "./checks/desk.routes.ts";
import { lessonRoutes } from "./lessons/desk.routes.ts";
import { newLookUpRoutes } from "./lookUps/new.routes.ts";
import { matchWaitingJob } from "./matching/waiting.ts";
import { catchUp, catchUpWithSources } from "./nodes/catchUp.ts";
import { purposeFaults } from "./purposes/faults.ts";
import { purposesPart } from "./purposes/pack.ts";
import { sampleRoutes } from "./sample/desk.routes.ts";
import { drawSamples } from "./sample/draw.ts";
import { mergingRoutes } from "./merging/desk.routes.ts";
import { pairRoutes } from "./review/desk.routes.ts";

export { countRequestsSlot } from "./beside/requests.ts";
export { checkCard } from "./checks/card.ts";
export * as golden from "./golden/index.ts";
export { housemates, type Housemate } from "./household/household.ts";
export { livingBeside } from "./household/beside.ts";
export { findRecords, type Found } from "./search/find.ts";
export { type Sought, sought } from "./search/sought.ts";
export { recordsLinked, recordsParted } from "./events.ts";
export { endLink } from "./links/endLink.ts";
export type { Link, Reason, Tree } from "./links/link.ts";
export { linkRecords } from "./links/linkRecords.ts";
export { customersWith, treeOf } from "./links/tree.ts";
export { type WrittenSince, writtenSinceSlot } from "./links/written.ts";
export { currentLookUp, type LookUp } from "./lookUps/lookUp.ts";
export { type AskWork, lookUpAddress, lookUpFor, workInHandSlot } from "./lookUps/work.ts";
export { cardOfIndex, type IndexCard } from "./lessons/lesson.ts";
export { type Candidate, matchOne } from "./matching/match.ts";
export { machine, relink } from "./matching/relink.ts";
export { linksCard } from "./merging/card.ts";
export { beginWithUs, type NotBegun } from "./nodes/begin.ts";
export { frontDoor, type Node } from "./nodes/node.ts";
export { purposesPart } from "./purposes/pack.ts";
export type { Purpose } from "./purposes/purpose.ts";
export type { Seen } from "./purposes/seen.ts";
export { lookUpsCard } from "./told/card.ts";
export { takeIn, takeInMissing } from "./nodes/takeIn.ts";

const basis = "UK GDPR Article 6(1)(e): the council's tasks in the public interest";

export const recordsModule = defineModule({
	name: "records",
	routes: [...newLookUpRoutes, ...pairRoutes, ...lessonRoutes, ...mergingRoutes, ...checkRoutes, ...sampleRoutes],
	pack: [purposesPart],
	faults: purposeFaults,
	jobs: [eraseJob(matchWaitingJob)],
	hears: [hear(sourceImported, "takes what a source says into the Citizen Index", catchUpWithSources)],
	daily: [
		{ at: "* * * * *", does: "take into the Citizen Index what changed of customers and sources", run: catchUp },
		{
			at: "41 3 * * *",
			does: "draw the look-ups that are reviewed, and flag those that stand out",
			run: (ctx) => drawSamples(ctx),
		},
	],
	personalData: [
		{
			table: "records.record",
			what: "names, dates of birth, addresses and numbers in the form that comparing needs",
			purpose: "to know one customer by one record",
			basis,
			kept: "as long as the customer or source record it was made from",
		},
		{
			table: "records.frequency",
			what: "how many records hold a name, an address or another value that several hold",
			purpose: "to know how much it says that two records agree in it",
			basis,
			kept: "until they are counted again",
		},
		{
			table: "records.link",
			what: "which records are of one customer, why, and who said so",
			purpose: "to explain and to undo what was put together",
			basis: "UK GDPR Article 5(1)(d) and (2): accuracy, and showing it",
			kept: "as long as the records",
		},
		{
			table: "records.apart",
			what: "which records are not of one customer, and who said so",
			purpose: "to put no two customers together again",
			basis: "UK GDPR Article 5(1)(d): accuracy",
			kept: "as long as the records",
		},
		{
			table: "records.pair",
			what: "two records that may be of one customer",
			purpose: "to have a person judge what a machine should not",
			basis,
			kept: "as long as the records",
		},
		{
			table: "records.opinion",
			what: "which officer judged a pair of records, and why",
			purpose: "to explain what was put together, and to learn from it",
			basis: "UK GDPR Article 5(2): accountability",
			kept: "as long as the pair",
		},
		{
			table: "records.chosen",
			what: "what an officer holds to be right of a customer",
			purpose: "to serve them by what is true of them",
			basis: "UK GDPR Article 5(1)(d): accuracy",
			kept: "as long as the record",
		},
		{
			table: "records.to_look_through",
			what: "what was written on a customer's record while it was linked with another's",
			purpose: "to put right what went to the wrong customer",
			basis: "UK GDPR Articles 5(1)(d) and 33: accuracy, and breaches",
			kept: "as long as the record",
		},
		{
			table: "records.look_up",
			what: "which officer opened whose record, when and why",
			purpose: "to let nobody look without a reason, and to tell customers who did",
			basis: "UK GDPR Articles 5(1)(f), 5(2) and 32: security and accountability",
			kept: "6 years, as long as a claim may be made",
		},
		{
			table: "records.asked",
			what: "that what a customer said of themselves was compared with what is recorded, and whether it agreed; not what they said",
			purpose: "to know whom an officer speaks with, and to let nobody guess",
			basis: "UK GDPR Articles 5(1)(f) and 32: security",
			kept: "6 years, with the look-up",
		},
	],
});
