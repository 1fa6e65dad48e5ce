import { z } from "zod";
import { clientByKey } from "../../../modules/requests/index.ts";
import { deliver, maySend, sourceOf } from "../../../modules/sources/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import { type Answer, json, route } from "../../../platform/http/index.ts";
import { defineModule } from "../../../platform/module/index.ts";

/** What one delivery may hold. */
const most = 500;

const cell = z.union([
	z.string(),
	z.number().transform(String),
	z.boolean().transform((yes) => (yes ? "yes" : "no")),
	z.null(),
]);
const sentRecord = z
	.record(z.string(), cell)
	.transform((fields) =>
		Object.fromEntries(Object.entries(fields).flatMap(([id, value]) => (value === null ? [] : [[id, value]]))),
	);
const sent = z.object({
	api_key: z.string().catch(""),
	records: z.array(sentRecord).max(most).default([]),
	gone: z.array(z.string().max(500)).max(most).default([]),
});

function trouble(status: number, ...says: readonly string[]): Answer {
	return json({ errors: says }, status);
}

/**
 * `POST /api/sources/:source/records`: another system sends up to 500 records of a source, each as an object of fields by their
 * ids. The same again changes nothing.
 */
const recordsRoute = route({
	site: "api",
	method: "POST",
	path: "/api/sources/:source/records",
	may: "anyone",
	crossSite: true,
	params: z.object({ source: z.string() }),
	form: sent,
	trouble: ({ status, problems }) =>
		trouble(status, ...(problems.length > 0 ? problems : ["The request was turned away before it was read."])),
	async handle(ctx, { params, form }) {
		const client = await clientByKey(ctx.house, form.api_key.trim(), ctx.now);
		if (!client) return trouble(403, "The api_key is missing or is not valid.");
		const source = sourceOf(ctx.house, params.source);
		// Which sources there are is for those who may send to them.
		if (!source || !(await maySend(ctx.house.db, source.id, client.id)))
			return trouble(403, `${client.name} may not send records of “${params.source}”.`);
		const asClient: Context = { ...ctx, actor: { kind: "client", id: client.id, name: client.name } };
		const { faults, ...counts } = await deliver(asClient, source, form);
		return json({
			source: source.id,
			...counts,
			errors: faults.map(({ record, key, says, leftOut }) => ({ record, key, says, left_out: leftOut })),
		});
	},
});

/** Records of other systems, under `/api/sources`. */
export const sourcesApi = defineModule({ name: "sources-api", routes: [recordsRoute], personalData: "none" });
