import { configSlot } from "../../platform/config/index.ts";
import { type Context, defineSlot, type House } from "../../platform/context/index.ts";
import { lineLog } from "../../platform/log/index.ts";

/** A postal address as the register of addresses has it. */
export type RegisterAddress = {
	/** Its number for ever, up to 12 digits without leading zeros. */
	readonly uprn: string;
	/** One or two lines: what it is called, then the street. */
	readonly lines: readonly string[];
	readonly town: string;
	/** In its one form, such as `AA3 1AB`. */
	readonly postcode: string;
	/** WGS84 degrees, where the register knows them. */
	readonly latitude?: number;
	readonly longitude?: number;
	/** Whether it is in the council's area. */
	readonly inArea: boolean;
};

/** `away`: nobody could be asked, so the customer types the address. `why` is for the log and holds nothing personal. */
export type RegisterAway = { readonly away: string };

/** The port. Neither verb throws; a postcode comes in its one form, and of an unknown one nothing is found. */
export type AddressRegister = {
	lookUp(postcode: string): Promise<readonly RegisterAddress[] | RegisterAway>;
	byUprn(uprn: string): Promise<RegisterAddress | undefined | RegisterAway>;
};

/** Filled when the council has a register; without one every address is typed by hand. */
export const addressPort = defineSlot<AddressRegister>("register of addresses");

type Kept = { readonly until: number; readonly found: Promise<readonly RegisterAddress[] | RegisterAway> };

const kept = new WeakMap<House, Map<string, Kept>>();

const minutes10 = 600_000;
const seconds15 = 15_000;
/** Postcodes that are remembered at once. */
const most = 500;

/**
 * The addresses of a postcode. What was found is remembered for ten minutes, so that choosing from a list asks the register
 * once; that it is away for fifteen seconds, so that not everybody waits for it.
 */
export async function addressesAt(
	{ house, now }: Context,
	postcode: string,
): Promise<readonly RegisterAddress[] | RegisterAway> {
	if (!addressPort.filled(house)) return { away: "there is no register" };
	const all = kept.get(house) ?? new Map<string, Kept>();
	kept.set(house, all);
	const held = all.get(postcode);
	if (held && held.until > now.getTime()) return held.found;
	const found = addressPort.of(house).lookUp(postcode);
	all.delete(postcode);
	all.set(postcode, { until: now.getTime() + minutes10, found });
	const [oldest] = all.keys();
	if (all.size > most && oldest !== undefined) all.delete(oldest);
	const answer = await found;
	if (isAway(answer)) {
		all.set(postcode, { until: now.getTime() + seconds15, found });
		tell(house, answer);
	}
	return answer;
}

/** Whether asking for this postcode again costs the register nothing. */
export function isRemembered({ house, now }: Context, postcode: string): boolean {
	return (kept.get(house)?.get(postcode)?.until ?? 0) > now.getTime();
}

export function isAway(found: readonly RegisterAddress[] | RegisterAway): found is RegisterAway {
	return "away" in found;
}

function tell(house: House, { away }: RegisterAway): void {
	lineLog(configSlot.of(house).LOG_LEVEL)("warn", { msg: "the register of addresses is away", why: away });
}
