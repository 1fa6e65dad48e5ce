import { z } from "zod";
import { definePackPart } from "../module/index.ts";
import { openingInWords, openingShape } from "./opening.ts";

const latitude = z.number().min(49).max(61);
const longitude = z.number().min(-9).max(2);

const councilSchema = z.strictObject({
	name: z.string().min(1).max(80).describe("in full, as on a letter"),
	shortName: z.string().min(1).max(30).describe("as people say it"),
	area: z.string().min(1).describe("the place it serves, as in “in Example”"),
	motto: z.string().max(80).optional().describe("a line under the name in the header"),
	website: z.url().describe("its main website"),
	domain: z.string().regex(/^[a-z0-9.-]+$/),
	gss: z.string().regex(/^[EWSN]\d{8}$/, "is an ONS code such as E06000000"),
	custodian: z.int().optional().describe("its number as a custodian of addresses in AddressBase"),
	referencePrefix: z.string().regex(/^[A-Z]{2,4}$/, "is two to four capital letters"),
	locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
	calendar: z.enum(["england", "uk-any"]).describe("the working days its promises are counted in"),
	contact: z
		.strictObject({
			phone: z.string().min(1),
			textRelay: z.string().min(1).describe("for people who cannot hear or speak on the phone"),
			email: z.email(),
			hours: openingShape.describe("when the phone is answered, day by day: 08:30-17:00"),
			outOfHoursPhone: z.string().min(1).describe("for what cannot wait"),
			address: z.array(z.string().min(1)).min(1).max(7),
		})
		// `hours` in words, `opening` as data.
		.transform((contact) => ({ ...contact, opening: contact.hours, hours: openingInWords(contact.hours) })),
	email: z.strictObject({ name: z.string().min(1), address: z.email() }).describe("who emails come from"),
	map: z
		.strictObject({
			latitude,
			longitude,
			zoom: z.number().int().min(8).max(16),
			south: latitude,
			west: longitude,
			north: latitude,
			east: longitude,
		})
		.refine((map) => map.south < map.north && map.west < map.east, "south and west must be less than north and east")
		.describe("where the map opens and the area it keeps to"),
});

export type Council = z.infer<typeof councilSchema>;

/** `council.yaml`: who the council is. */
export const councilPart = definePackPart("council.yaml", councilSchema);
