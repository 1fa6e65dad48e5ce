import type { Question } from "../../forms/index.ts";
import { stagesBefore } from "../check/stages.ts";
import type { Definition } from "../definition.ts";

/**
 * What officers may have filled in when a request comes to a stage, each question once: what the stages on the way ask, that one
 * too, and every task, which an officer may give at any time but the very first; for the closed stage the outcomes also.
 */
export function filledInBefore(definition: Definition, stage: string): Question[] {
	const { stages, tasks, outcomes } = definition;
	const [first] = stages;
	if (first === undefined || stage === first.id) return [];
	const before = stagesBefore(definition, stage);
	const closes = stages.some(({ id, public: shown }) => id === stage && shown === "closed");
	const asking = [
		...stages.filter(({ id }) => before.has(id) && id !== first.id),
		...tasks,
		...(closes ? outcomes : []),
	];
	const asked = asking.flatMap(({ asks }) => asks).filter(({ kind }) => kind !== "group");
	return [...new Map(asked.toReversed().map((question) => [question.id, question])).values()];
}
