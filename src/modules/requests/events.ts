import { z } from "zod";
import { defineEvent } from "../../platform/events/index.ts";
import { publicStages } from "../services/index.ts";

const about = { requestId: z.uuid(), reference: z.string(), serviceId: z.string(), entryId: z.uuid() };
const publicStage = z.enum(publicStages);

export const requestReceived = defineEvent(
	"request.received",
	z.object({ ...about, teamId: z.string(), channel: z.string(), urgent: z.boolean() }),
);

/** From one stage to another; the public stages may be the same. */
export const requestMoved = defineEvent(
	"request.moved",
	z.object({ ...about, from: z.string(), to: z.string(), publicFrom: publicStage, publicTo: publicStage }),
);

/** It has another owner, or none. */
export const requestAssigned = defineEvent("request.assigned", z.object({ ...about, officerId: z.uuid().nullable() }));

export const requestHandedOver = defineEvent(
	"request.handed-over",
	z.object({ ...about, fromTeam: z.string(), toTeam: z.string() }),
);

export const noteAdded = defineEvent("request.note-added", z.object(about));

export const requestClosed = defineEvent("request.closed", z.object({ ...about, outcome: z.string() }));

export const requestReopened = defineEvent("request.reopened", z.object({ ...about, publicFrom: publicStage }));

/** A promise was made longer: `due` is its new date. */
export const requestExtended = defineEvent(
	"request.extended",
	z.object({ ...about, clock: z.string(), due: z.iso.datetime() }),
);

/** The customer, or another system for them, said more. */
export const informationAdded = defineEvent("request.information-added", z.object(about));

export const requestFollowed = defineEvent(
	"request.followed",
	/** `at` tells one following from a later one, after they had stopped. */
	z.object({
		requestId: z.uuid(),
		reference: z.string(),
		serviceId: z.string(),
		customerId: z.uuid(),
		at: z.iso.datetime(),
	}),
);

export const followingStopped = defineEvent(
	"request.following-stopped",
	z.object({ requestId: z.uuid(), reference: z.string(), serviceId: z.string(), customerId: z.uuid() }),
);

/** An officer, or an automation, gave a task of the definition; those that a stage gives come with the move. */
export const taskGiven = defineEvent("request.task-given", z.object({ ...about, task: z.string() }));

export const taskEnded = defineEvent(
	"request.task-ended",
	z.object({ ...about, task: z.string(), ending: z.enum(["done", "set-aside"]) }),
);
