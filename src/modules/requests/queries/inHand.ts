import { sql } from "kysely";
import { councilPart } from "../../../platform/council/index.ts";
import { readReference } from "../../../platform/formats/index.ts";
import type { AskWork } from "../../records/index.ts";
import { serviceById } from "../../services/index.ts";
import { mayBeSeenBy } from "./sight.ts";

type Row = { reference: string; customerId: string; service: string; team: string };

/** An open request by its reference as typed, for an officer who may read it and has a customer of it to look up. */
export const askWorkInHand: AskWork = async ({ house, actor }, typed) => {
	const reference = readReference(typed, councilPart.of(house).referencePrefix);
	if (reference === undefined || !actor.permissions.has("requests.read")) return undefined;
	const { rows } = await sql<Row>`select reference, customer_id as "customerId", service_id as service, team_id as team
		from requests.request
		where reference = ${reference} and closed_at is null and customer_id is not null
			and ${mayBeSeenBy(actor)}`.execute(house.db);
	const [row] = rows;
	return row && { ...row, topic: serviceById(house, row.service)?.definition.topic ?? "" };
};
