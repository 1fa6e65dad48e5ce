import { z } from "zod";
import { definePackPart } from "../../../platform/module/index.ts";
import { londonInstant } from "../../../platform/time/index.ts";
import { placePattern, severities } from "./alert.ts";

/** A time on London's clock: `2026-12-24 17:00`. */
const moment = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/, "must be a day and a time such as 2026-12-24 17:00")
	.transform((text) => londonInstant(text.slice(0, 10), text.slice(11)));

const alertShape = z
	.strictObject({
		from: moment,
		until: moment,
		severity: z.enum(severities).default("notice"),
		words: z.string().trim().min(1).max(300),
		link: z
			.string()
			.regex(/^(https:\/\/|\/(?![/\\]))\S*$/, "must begin with https:// or /")
			.optional(),
		where: z.string().regex(placePattern, "must be everywhere, home, topic:… or service:…").default("everywhere"),
	})
	.refine(({ from, until }) => from < until, "ends before it begins");

/** Banners that are known long before: how a holiday changes things, a day of work on the website. */
export const alertsPart = definePackPart("alerts.yaml", z.array(alertShape), { without: [] });
