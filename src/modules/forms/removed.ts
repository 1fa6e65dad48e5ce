import { z } from "zod";
import type { Answers } from "./answer.ts";
import type { Form } from "./form.ts";

const removedAnswer = z.object({ question: z.string(), because: z.array(z.string()) });

/** An answer that was dropped, and the questions whose changed answers hid it. By their ids. */
export type RemovedAnswer = z.infer<typeof removedAnswer>;

const removedShape = z.array(removedAnswer);

/** As the database gives them back. */
export function storedRemoved(value: unknown): readonly RemovedAnswer[] {
	return removedShape.parse(value);
}

/** What was dropped so far and is now: a question that was answered anew is no longer among them. */
export function removedSoFar(
	before: readonly RemovedAnswer[],
	now: { dropped: readonly string[]; changed: readonly string[]; answers: Answers },
): RemovedAnswer[] {
	const fresh = now.dropped.map((question) => ({ question, because: [...now.changed] }));
	const again = new Set(now.dropped);
	return [...before.filter(({ question }) => !again.has(question)), ...fresh].filter(
		({ question }) => now.answers[question] === undefined,
	);
}

/** "Because you changed your answer to “…”, we removed your answer to “…”." */
export function removedInWords(form: Form, removed: readonly RemovedAnswer[]): string[] {
	const ask = (id: string) => form.questions.get(id)?.ask;
	const together = new Map<string, string[]>();
	for (const { question, because } of removed) {
		const gone = ask(question);
		if (gone === undefined) continue;
		const changed = because.flatMap((id) => ask(id) ?? []);
		const key = quoted(changed);
		together.set(key, [...(together.get(key) ?? []), gone]);
	}
	return [...together].map(([changed, gone]) => {
		const what = `we removed your answer${gone.length > 1 ? "s" : ""} to ${quoted(gone)}.`;
		return changed === "" ? `W${what.slice(1)}` : `Because you changed your answer to ${changed}, ${what}`;
	});
}

function quoted(questions: readonly string[]): string {
	const marked = questions.map((one) => `“${one}”`);
	const last = marked.pop() ?? "";
	return marked.length === 0 ? last : `${marked.join(", ")} and ${last}`;
}
