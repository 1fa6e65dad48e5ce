import type { OfficerContext } from "../../../platform/context/index.ts";
import { Forbidden, NotFound } from "../../../platform/refusal/index.ts";
import { publicServices, type Service, serviceById, services } from "../../../modules/services/index.ts";

/** The services that an officer may ask a customer about. */
export function servicesToAsk({ house, actor }: OfficerContext): readonly Service[] {
	return actor.permissions.has("forms.fill") ? publicServices(house) : [];
}

/** The services that every officer may use for themselves. */
export function servicesForStaff({ house }: OfficerContext): readonly Service[] {
	return services(house).filter(isOwn);
}

/** Whether the officer is the customer: the service is for staff alone. */
export function isOwn({ definition }: Service): boolean {
	return definition.audience.every((one) => one === "staff");
}

/** One of either, by its id. Throws `NotFound`, or `Forbidden` for what the officer may not ask of others. */
export function offered(ctx: OfficerContext, id: string): Service {
	const service = serviceById(ctx.house, id);
	if (!service) throw new NotFound("There is no such service.");
	mayUse(ctx, service);
	return service;
}

/** Whether the officer may ask it: of a customer with the permission, of themselves always. */
export function maySend(actor: OfficerContext["actor"], service: Service): boolean {
	return isOwn(service) || actor.permissions.has("forms.fill");
}

/** Throws `Forbidden` when the officer may not ask it. */
export function mayUse({ actor }: OfficerContext, service: Service): void {
	if (!maySend(actor, service)) throw new Forbidden("forms.fill");
}
