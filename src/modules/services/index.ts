import { defineModule } from "../../platform/module/index.ts";
import { openCatalogue } from "./catalogue.ts";
import { serviceAdvice, serviceFaults } from "./check/index.ts";
import { listsPart, servicesPart, topicsPart } from "./pack.ts";

export { serviceById, services, serviceVersion } from "./catalogue.ts";
export {
	clockOf,
	clocksStartedBy,
	clocksStoppedBy,
	lawOf,
	type Promised,
	promisesOf,
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
export { countedFrom, countOf, type Course, dueAfter, dueOf, longerBy, spanInWords, spanOn } from "./due.ts";
export { servicesPart, topicsPart } from "./pack.ts";
export { type AskedOpinion, type AskedSet, formOfQuestions } from "./outside.ts";
export { remindAt } from "./reminding.ts";
export { type Destination, routeFor } from "./routing.ts";
export { definitionSchema } from "./schema.ts";
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
export { servicesChangedAt } from "./versions.ts";
export { summaryFor } from "./words.ts";

export const servicesModule = defineModule({
	name: "services",
	personalData: "none",
	pack: [servicesPart, listsPart, topicsPart],
	faults: serviceFaults,
	advice: serviceAdvice,
	opens: openCatalogue,
});
