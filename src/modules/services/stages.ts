import type { PublicStage, ServiceOutcome, Stage, WireStatus } from "./definition.ts";
import type { Service } from "./service.ts";

/** What each public stage is called, to everyone. */
export const publicStageWords: Readonly<Record<PublicStage, string>> = {
	received: "Received",
	forwarded: "Sent to the team",
	planned: "Action planned",
	"acted-on": "Action taken",
	closed: "Closed",
};

/** A stage of a service; undefined when an older version had it and this one has not. */
export function stageOf(service: Service, id: string): Stage | undefined {
	return service.definition.stages.find((stage) => stage.id === id);
}

export function firstStage(service: Service): Stage {
	return mustHave(service.definition.stages[0], "a first stage");
}

export function closedStage(service: Service): Stage {
	return mustHave(
		service.definition.stages.find((stage) => stage.public === "closed"),
		"a closed stage",
	);
}

export function outcomeOf(service: Service, id: string): ServiceOutcome | undefined {
	return service.definition.outcomes.find((outcome) => outcome.id === id);
}

/** The stages a request may move to, closing apart: those its stage names, or every later one. */
export function movesFrom(service: Service, id: string): Stage[] {
	const { stages } = service.definition;
	const at = stages.findIndex((stage) => stage.id === id);
	const named = stages[at]?.to;
	const next = named ? stages.filter((stage) => named.includes(stage.id)) : stages.slice(at + 1);
	return next.filter((stage) => stage.public !== "closed");
}

/** What the customer reads of a stage: its own words, or those of its public stage. */
export function stageInWords(stage: Stage): string {
	return stage.words ?? publicStageWords[stage.public];
}

const wireOfPublic: Readonly<Record<PublicStage, WireStatus>> = {
	received: "open",
	forwarded: "investigating",
	planned: "action_scheduled",
	"acted-on": "fixed",
	closed: "closed",
};

/** The status other systems are told (handbook: GeoReport v2 with the extended statuses): the outcome's once closed. */
export function wireStatusOf(service: Service, stageId: string, outcomeId: string | null): WireStatus {
	if (outcomeId !== null) return outcomeOf(service, outcomeId)?.status ?? "closed";
	const stage = stageOf(service, stageId);
	return stage ? (stage.status ?? wireOfPublic[stage.public]) : "open";
}

function mustHave<T>(found: T | undefined, what: string): T {
	if (found === undefined) throw new Error(`A service without ${what} was made ready.`);
	return found;
}
