import { z } from "zod";
import { defineEvent } from "../../../platform/events/index.ts";

const about = {
	requestId: z.uuid(),
	reference: z.string(),
	serviceId: z.string(),
	entryId: z.uuid(),
	askingId: z.uuid(),
};

export const customerAsked = defineEvent("request.customer-asked", z.object(about));

/** `late` when it came after the end and stands as information that was added. */
export const customerAnswered = defineEvent("request.customer-answered", z.object(about));

/** The time was over. `goesOn` when a move or the closing says so to the customer. */
export const customerDidNotAnswer = defineEvent("request.customer-did-not-answer", z.object(about));

export const questionWithdrawn = defineEvent("request.question-withdrawn", z.object(about));
