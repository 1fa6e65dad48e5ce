import type { Context } from "../../platform/context/index.ts";
import { defineModule } from "../../platform/module/index.ts";
import { openCatalogue } from "./catalogue.ts";
import { serviceAdvice, serviceFaults } from "./check/index.ts";
import { risksPart } from "./risks/pack.ts";
import { listsPart, servicesPart, topicsPart } from "./pack.ts";
import { lifeEventFaults } from "./lifeEvents/faults.ts";
import { lifeEventsPart } from "./lifeEvents/pack.ts";
import { sweepPlans } from "./lifeEvents/plan.ts";
import { searchRoutes } from "./search/desk.routes.ts";
import { forgetRareMisses } from "./search/misses.ts";
import { openSearch } from "./search/open.ts";
import { synonymsPart } from "./search/pack.ts";
import { openUse } from "./use.ts";

export * as account from "./account.ts";
export { isPromoted, publicService, publicServices } from "./audience.ts";
export * as checks from "./checks/check.ts";
export type { AskCheck } from "./checks/check.ts";
export { serviceById, services, serviceVersion } from "./catalogue.ts";
export {
	clockOf,
	clocksStartedBy,
	clocksStoppedBy,
	type Promised,
	promisesOf,
	ruleOf,
	type StartedClock,
} from "./clocks.ts";
export {
	type Automation,
	type AutomationStep,
	type Clock,
	type Definition,
	definitionShape,
	type PublicStage,
	publicStages,
	type ServiceOutcome,
	type Span,
	type Stage,
	type TaskDefinition,
	type WireStatus,
	wireStatuses,
} from "./definition.ts";
export { countOf, type Course, dueAfter, dueOf, spanInWords } from "./due.ts";
export { servicesPart, topicsPart } from "./pack.ts";
export { type AskedOpinion, type AskedSet, formOfQuestions, whereNow } from "./outside.ts";
export * as inventory from "./inventory/index.ts";
export * as lifeEvents from "./lifeEvents/index.ts";
export { remindAt } from "./reminding.ts";
export { type Surroundings, surroundings } from "./around.ts";
export type { RiskRule } from "./risks/pack.ts";
export * as fees from "./fees.ts";
export * as risks from "./risks/risks.ts";
export { type Destination, routeFor } from "./routing.ts";
export type { Came } from "./simulate.ts";
export { readyService, type Service } from "./service.ts";
export {
	closedStage,
	firstStage,
	movesFrom,
	outcomeOf,
	publicStageWords,
	stageInWords,
	stageOf,
	wireStatusOf,
} from "./stages.ts";
export { mustBeAsked } from "./workflow/asks.ts";
export { search } from "./search/search.ts";
export { meaningsForPack } from "./search/meanings.ts";
export { topTasks } from "./topTasks.ts";
export { noteUse, useOfServices } from "./use.ts";
export { servicesChangedAt } from "./versions.ts";
export { summaryFor } from "./words.ts";

export const servicesModule = defineModule({
	name: "services",
	routes: searchRoutes,
	personalData: [
		{
			table: "services.search_meaning",
			what: "which officer told the search what some words mean",
			purpose: "to ask them about it",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "until it is taken back",
		},
		{
			table: "services.search_miss",
			what: "words that were searched for and found nothing, without numbers or capitalised names; one may be a name all the same",
			purpose: "to tell the search what people mean",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "30 days after the last such search where fewer than three were made, else 400",
		},
		{
			table: "services.refused_definition",
			what: "who brought an older version of a service back",
			purpose: "to ask them about it",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "until the service's file changes",
		},
		{
			table: "services.plan",
			what: "what somebody said of a life event, which may say who they are and where they live",
			purpose: "to fill in several forms for them from one set of answers",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "28 days after the last change",
		},
	],
	pack: [servicesPart, risksPart, listsPart, topicsPart, synonymsPart, lifeEventsPart],
	faults: (house) => [...serviceFaults(house), ...lifeEventFaults(house)],
	advice: serviceAdvice,
	opens: async (ctx: Context) => {
		await openCatalogue(ctx);
		await openSearch(ctx);
		await openUse(ctx);
	},
	daily: [
		{ at: "50 2 * * *", does: "forget searches that few people made", run: forgetRareMisses },
		{ at: "42 2 * * *", does: "forget plans nobody has touched for 28 days", run: sweepPlans },
	],
});
