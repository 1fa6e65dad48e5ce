import type { House } from "../../platform/context/index.ts";
import { services } from "./catalogue.ts";
import type { Definition } from "./definition.ts";
import type { Service } from "./service.ts";

/** Whether people outside the council may see and use it. What is for staff alone is done at the desk. */
export function isForPublic({ audience }: Pick<Definition, "audience">): boolean {
	return audience.some((one) => one !== "staff");
}

/** Whether lists, topics and the home page name it. What is for councillors alone is found by those who look for it. */
export function isPromoted({ audience }: Pick<Definition, "audience">): boolean {
	return audience.some((one) => one !== "staff" && one !== "councillors");
}

/** The services that people outside the council may use now, by name. */
export function publicServices(house: House): readonly Service[] {
	const live = services(house);
	const held = publicOf.get(live);
	if (held) return held;
	const open = live.filter(({ definition }) => isForPublic(definition));
	publicOf.set(live, open);
	return open;
}

const publicOf = new WeakMap<readonly Service[], readonly Service[]>();

/** One of them by its id. */
export function publicService(house: House, id: string): Service | undefined {
	return publicServices(house).find((service) => service.id === id);
}
