import type { Context } from "../../../platform/context/index.ts";
import { addDays, londonDate, startOfDay } from "../../../platform/time/index.ts";

/** How many requests of a service are open, and how many came in the last 30 days. */
export type Counts = { readonly open: number; readonly lately: number };

const days = 30;

/** By the id of the service, in one question; a service without any is absent. */
export async function countsOf({ house, now }: Context): Promise<ReadonlyMap<string, Counts>> {
	const since = startOfDay(addDays(londonDate(now), -days));
	const rows = await house.db
		.selectFrom("requests.request_view")
		.select(({ fn, ref }) => [
			"service_id",
			fn.countAll<string>().filterWhere("closed_at", "is", null).as("open"),
			fn.count<string>(ref("id")).filterWhere("received_at", ">=", since).as("lately"),
		])
		.where((or) => or.or([or("closed_at", "is", null), or("received_at", ">=", since)]))
		.groupBy("service_id")
		.execute();
	return new Map(rows.map((row) => [row.service_id, { open: Number(row.open), lately: Number(row.lately) }]));
}
