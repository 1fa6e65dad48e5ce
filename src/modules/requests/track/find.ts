import { countAttempt, forgive, throttleKey, throttleRules } from "../../../platform/auth/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import { refuse } from "../../../platform/refusal/index.ts";
import { readContact } from "../../customers/index.ts";
import { trackByReference } from "../queries/track.ts";

/**
 * The path of the track page for whoever knows the reference and the contact given with it. Refused with `none`, or with `wait`
 * once too many references were tried with one contact, or too many contacts with one reference, from wherever they were.
 */
export async function findOnce(ctx: Context, reference: string, contact: string) {
	const { db } = ctx.house;
	const { emailKey, phoneKey } = readContact({ email: contact, phone: contact });
	const keys = [`reference ${reference}`, `contact ${emailKey ?? phoneKey ?? ""}`].map((tried) =>
		throttleKey(ctx.house, throttleRules.track, tried),
	);
	for (const key of keys) if (await countAttempt(db, ctx.now, throttleRules.track, key)) return refuse("wait");
	const path = await trackByReference(db, ctx.house, reference, contact);
	if (path === undefined) return refuse("none");
	for (const key of keys) await forgive(db, key);
	return path;
}
