import { configSlot } from "../../platform/config/index.ts";
import { type Context, defineSlot, type House } from "../../platform/context/index.ts";
import type { Point } from "../../platform/geo/index.ts";
import { lineLog } from "../../platform/log/index.ts";
import type { RegisterAway } from "./addressRegister.ts";

/** A thing of the council's that stands somewhere and has a number, such as a lamp post. */
export type Asset = Point & {
	/** As `assetNumber` writes it. */
	readonly number: string;
	/** What helps to tell it from its neighbours, such as a street. */
	readonly words?: string;
};

/** The port. A layer is a kind of asset, such as `street-lights`. Neither verb throws. */
export type AssetRegister = {
	/** Those within so many metres, the nearest first. Of a layer that is not known there are none. */
	near(layer: string, point: Point, metres: number): Promise<readonly Asset[] | RegisterAway>;
	byNumber(layer: string, number: string): Promise<Asset | undefined | RegisterAway>;
	/** Whether it knows anything of such things, so that a number it does not have is worth a second look. */
	knows(layer: string): boolean;
};

/** Filled when the council has a register of its assets. */
export const assetPort = defineSlot<AssetRegister>("register of assets");

/** `sl 0120 ` → `SL0120`: the same plate, however it was read. */
export function assetNumber(typed: string): string {
	return typed.replace(/[\s.]+/g, "").toUpperCase();
}

/** At most this many are offered at a place. */
const offered = 8;

/** The nearest assets of a layer to a place; none while the register is away. */
export async function assetsNear(
	{ house }: Context,
	layer: string,
	point: Point,
	metres: number,
): Promise<readonly Asset[]> {
	if (!assetPort.filled(house)) return [];
	const found = await assetPort.of(house).near(layer, point, metres);
	if (!("away" in found)) return found.slice(0, offered);
	tell(house, found);
	return [];
}

/** `unknown`: the register has no such number. `unsure`: nobody could be asked, or there is no register of such things. */
export async function assetNumbered(
	{ house }: Context,
	layer: string,
	number: string,
): Promise<Asset | "unknown" | "unsure"> {
	if (!assetPort.filled(house) || !assetPort.of(house).knows(layer)) return "unsure";
	const found = await assetPort.of(house).byNumber(layer, assetNumber(number));
	if (found === undefined) return "unknown";
	if (!("away" in found)) return found;
	tell(house, found);
	return "unsure";
}

function tell(house: House, { away }: RegisterAway): void {
	lineLog(configSlot.of(house).LOG_LEVEL)("warn", { msg: "the register of assets is away", why: away });
}
