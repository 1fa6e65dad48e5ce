import { z } from "zod";

const payload = z.object({
	reference: z.string(),
	/** The line of the timeline that brought the request to the stage. */
	visit: z.uuid(),
	/** Ids of automations, in the order of the definition. */
	automations: z.array(z.string()),
});
export type Errand = z.infer<typeof payload>;

/** What the queue needs to know of the job, apart from its work: whoever brings a request to a stage adds it. */
export const errand = { name: "do what a service does by itself", payload, attempts: 12 } as const;
