import { sql } from "kysely";
import { isAddress, isPlace } from "../../forms/index.ts";
import { type AskCheck, publicStageWords, type PublicStage } from "../../services/index.ts";
import { dateInWords, londonDate } from "../../../platform/time/index.ts";
import { nearbyOpen } from "../queries/nearby.ts";

/** Whether this service has an open request already for a thing, a home or a spot. Says when and how far, and nothing of who. */
export const askOpenRequest: AskCheck = async (ctx, service, { asset, property, place }) => {
	const number = isPlace(asset) ? asset.asset : undefined;
	const uprn = isAddress(property) ? property.uprn : undefined;
	const point = isPlace(place) ? place : undefined;
	if (number === undefined && uprn === undefined) {
		const { nearby } = service.definition;
		if (!nearby || point?.latitude === undefined || point.longitude === undefined) return undefined;
		const at = { latitude: point.latitude, longitude: point.longitude };
		const [near] = await nearbyOpen(ctx.house.db, service.id, at, nearby, ctx.now);
		return near && found(near.receivedAt, near.publicStage);
	}
	const { rows } = await sql<{ receivedAt: Date; publicStage: PublicStage }>`
		select received_at as "receivedAt", public_stage as "publicStage" from requests.request
		where service_id = ${service.id} and closed_at is null and not confidential
			and ${number === undefined ? sql`uprn = ${uprn}` : sql`asset = ${number}`}
		order by received_at desc limit 1`.execute(ctx.house.db);
	const [row] = rows;
	return row && found(row.receivedAt, row.publicStage);
};

function found(receivedAt: Date, stage: PublicStage) {
	return {
		finding: "open",
		words: { when: `on ${dateInWords(londonDate(receivedAt))}`, stage: publicStageWords[stage] },
	};
}
