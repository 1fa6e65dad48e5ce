import { configSlot } from "../../platform/config/index.ts";
import type { House } from "../../platform/context/index.ts";

/** The whole address of a page, for what is read away from the website. */
export function publicAddress(house: House, path: string): string {
	const { PUBLIC_URL, PORT } = configSlot.of(house);
	return new URL(path, PUBLIC_URL ?? `http://localhost:${PORT}`).href;
}
