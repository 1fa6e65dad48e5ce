import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import { boxRound, metresBetween, type Point } from "../../../platform/geo/index.ts";
import type { PublicStage } from "../../services/index.ts";

export type Nearby = {
	reference: string;
	serviceId: string;
	summary: string;
	publicStage: PublicStage;
	receivedAt: Date;
	latitude: number;
	longitude: number;
	/** From the point asked about. */
	metres: number;
};

const most = 20;
const msPerDay = 86_400_000;

/** Open requests of a service that others may see, within `metres` of a point, received in the last `days`, nearest first. */
export async function nearbyOpen(
	db: Handle,
	serviceId: string,
	point: Point,
	reach: { metres: number; days: number },
	now: Date,
): Promise<Nearby[]> {
	const box = boxRound(point, reach.metres);
	const since = new Date(now.getTime() - reach.days * msPerDay);
	const { rows } = await sql<Omit<Nearby, "metres">>`select reference, service_id as "serviceId", summary,
			public_stage as "publicStage", received_at as "receivedAt", latitude, longitude
		from requests.request
		where point(longitude, latitude) <@ box(point(${box.west}, ${box.south}), point(${box.east}, ${box.north}))
			and latitude is not null and service_id = ${serviceId} and is_public and closed_at is null
			and received_at >= ${since}
		limit 200`.execute(db);
	return rows
		.map((row) => ({ ...row, metres: Math.round(metresBetween(point, row)) }))
		.filter((row) => row.metres <= reach.metres)
		.sort((a, b) => a.metres - b.metres)
		.slice(0, most);
}
