import { z } from "zod";
import { defineEvent } from "../../../platform/events/index.ts";

const about = {
	requestId: z.uuid(),
	reference: z.string(),
	serviceId: z.string(),
	entryId: z.uuid(),
	opinionId: z.uuid(),
};

export const opinionAskedFor = defineEvent("request.opinion-asked", z.object(about));

export const opinionGiven = defineEvent("request.opinion-given", z.object(about));

export const opinionWithdrawn = defineEvent("request.opinion-withdrawn", z.object(about));
