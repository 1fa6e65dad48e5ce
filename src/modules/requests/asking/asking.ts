/** What a customer is asked later: kept with the request, answered by its link. */
import type { Answers, Form } from "../../forms/index.ts";
import { formOfQuestions, type Service } from "../../services/index.ts";

export type AskingState = "open" | "answered" | "unanswered" | "withdrawn" | "lapsed";

export type Asking = {
	readonly id: string;
	/** A question set of the definition; null for an officer's own question. */
	readonly questionSet: string | null;
	/** The officer's own question, or what they say with the set. */
	readonly question: string | null;
	readonly askedAt: Date;
	/** Null where an automation asked. */
	readonly askedByName: string | null;
	readonly until: Date;
	/** The stage in which the request waits for the answer. */
	readonly waitsIn: string;
	/** Whether the request was moved on by the answer. */
	readonly wentOn: boolean;
	readonly state: AskingState;
	readonly endedAt: Date | null;
	/** What was answered so far. */
	readonly held: Answers;
	readonly answers: Answers | null;
	readonly answeredAt: Date | null;
	readonly answeredBy: "customer" | "officer" | null;
};

/** What is asked, in words and as a form, and what happens by itself. */
export type AskedFor = {
	readonly name: string;
	/** To the customer. */
	readonly say: string;
	readonly form: Form;
	readonly answered: { readonly move?: string };
	readonly unanswered: { readonly words: string; readonly move?: string; readonly close?: string };
};

const ownQuestion = "A question of our own";

/** An officer's own question goes nowhere by itself: the officer reads the answer, or that none came, and decides. */
export function askedFor(
	service: Service,
	{ questionSet, question }: Pick<Asking, "questionSet" | "question">,
): AskedFor {
	if (questionSet === null) return ownFor(question ?? "");
	const asked = service.asksCustomer.get(questionSet);
	if (!asked) throw new Error(`The service ${service.id} has no question set "${questionSet}".`);
	const { name, say, answered, unanswered } = asked.set;
	return {
		name,
		say: [say, question ?? ""].filter(Boolean).join(" "),
		form: asked.form,
		answered: only(answered),
		unanswered: { words: unanswered.words, ...only(unanswered) },
	};
}

function only({ move, close }: { move?: string | undefined; close?: string | undefined }) {
	return { ...(move === undefined ? {} : { move }), ...(close === undefined ? {} : { close }) };
}

function ownFor(question: string): AskedFor {
	const why = "We need your answer to go on with your request.";
	return {
		name: ownQuestion,
		say: why,
		form: formOfQuestions([
			{
				...plain,
				id: "answer",
				kind: "long-text",
				ask: question,
				why,
				most: 4000,
				error: "Write your answer",
			},
			{ ...plain, id: "photos", kind: "photos", ask: "Photos", why, most: 5, optional: true },
		]),
		answered: {},
		unanswered: {
			words: "You did not answer our question in time. We go on with what we know. You can still tell us more.",
		},
	};
}

const plain = { optional: false, sealed: false, local: true, other: false, confirm: false };
