import type { Context } from "../../../platform/context/index.ts";
import { addDays, londonDate, startOfDay } from "../../../platform/time/index.ts";
import { startedSince } from "../../../modules/forms/index.ts";
import { noteUse } from "../../../modules/services/index.ts";

const days = 30;

/** Counts the requests that came, by whatever way, and the forms that were begun. */
export async function countUse({ house, ...rest }: Context): Promise<void> {
	const since = startOfDay(addDays(londonDate(rest.now), -days));
	const received = await house.db
		.selectFrom("requests.request_view")
		.select(["service_id", (request) => request.fn.countAll<number>().as("times")])
		.where("received_at", ">=", since)
		.groupBy("service_id")
		.execute();
	const use = await startedSince(house.db, since);
	for (const { service_id, times } of received) use.set(service_id, (use.get(service_id) ?? 0) + Number(times));
	await noteUse({ house, ...rest }, use);
}
