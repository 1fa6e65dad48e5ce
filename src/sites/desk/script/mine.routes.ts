import { deskRoute, page, type Route } from "../../../platform/http/index.ts";
import { auditReading } from "../../../platform/audit/index.ts";
import { ownRequests } from "../../../modules/requests/index.ts";
import { serviceById } from "../../../modules/services/index.ts";
import { mineAt } from "./addresses.ts";
import { mineMain } from "./mine.views.ts";
import { servicesForStaff } from "./offered.ts";

/** What officers may ask for themselves, and what became of it. Nobody needs a permission for it. */
export const mineRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: mineAt,
		may: "officer",
		async handle(ctx) {
			const services = servicesForStaff(ctx);
			const requests = await ownRequests(
				ctx.house,
				ctx.actor.id,
				services.map(({ id }) => id),
			);
			await auditReading(ctx.house.db, ctx, {
				action: "requests.listed",
				subject: { kind: "requests", id: "own" },
				purpose: "to follow their own requests",
			});
			return page({
				title: "For staff",
				current: "mine",
				wide: true,
				main: mineMain({
					services: services.map(({ definition }) => definition),
					requests: requests.map((request) => ({
						...request,
						service: serviceById(ctx.house, request.serviceId)?.definition.name ?? request.serviceId,
					})),
					now: ctx.now,
				}),
			});
		},
	}),
];
