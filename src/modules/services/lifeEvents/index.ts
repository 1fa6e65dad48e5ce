/** What happens in people's lives: several services started from one set of answers. */
export { beginFrom } from "./begin.ts";
export { type LifeEvent, lifeEventById, lifeEvents, type Needed, neededIn } from "./event.ts";
export { lifeEventShape, lifeEventsPart } from "./pack.ts";
export { answerPlan, type Plan, type PlanKey, planOf, planOfDraft, startPlan } from "./plan.ts";
