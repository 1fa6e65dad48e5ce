import { z } from "zod";
import { chosenKinds } from "./question/chosen.ts";
import { fileKinds } from "./question/files.ts";
import { groupOf } from "./question/group.ts";
import { peopleKinds } from "./question/people.ts";
import { plainKinds } from "./question/plain.ts";
import { whereKinds } from "./question/where.ts";

export { conditionShape, type Option, optionShape } from "./question/words.ts";

const singleKinds = [...plainKinds, ...chosenKinds, ...peopleKinds, ...whereKinds, ...fileKinds] as const;

/** A question that must be answered says what to say when it is not. */
function withItsError<Asks extends z.ZodType<{ kind: string; optional: boolean; error?: string | undefined }>>(
	shape: Asks,
) {
	return shape.refine((q) => q.optional || q.kind === "information" || q.error !== undefined, {
		message: "a question that must be answered needs `error`: what to say when it is not",
		path: ["error"],
	});
}

const single = withItsError(z.discriminatedUnion("kind", singleKinds));
/** A group may have groups among its questions; those may not. */
const inGroup = withItsError(z.discriminatedUnion("kind", [...singleKinds, groupOf(single)]));

export const questionShape = withItsError(z.discriminatedUnion("kind", [...singleKinds, groupOf(inGroup)]));

export type Question = z.infer<typeof questionShape>;
export type Kind = Question["kind"];

/** Whether the customer has to give an answer to it. */
export function mustBeAnswered(question: Question): boolean {
	return !question.optional && question.kind !== "information";
}
