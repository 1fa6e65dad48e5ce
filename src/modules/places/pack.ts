import { z } from "zod";
import { definePackPart } from "../../platform/module/index.ts";

const position = z.tuple([z.number().min(49).max(61), z.number().min(-9).max(2)]).readonly();

const wardSchema = z.strictObject({
	code: z.string().regex(/^[EWSN]\d{8}$/, "is an ONS code such as E05000000"),
	name: z.string().min(1),
	/** The part of the area that teams are organised by. */
	locality: z.string().min(1).exactOptional(),
	/** Rings of latitude, longitude; the last corner joins the first. */
	outline: z.array(z.array(position).min(3)).min(1),
});

export type Ward = z.infer<typeof wardSchema>;

/** Each postcode sector with a part in the council's area, and its middle there. */
export const sectorsSchema = z.record(
	z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]? \d$/, "is a sector such as AB1 2"),
	position,
);

export type Sectors = z.infer<typeof sectorsSchema>;

export const wardsSchema = z
	.array(wardSchema)
	.min(1)
	.refine((wards) => new Set(wards.map(({ code }) => code)).size === wards.length, "a ward's code stands twice");

export const wardsPart = definePackPart("places/wards.yaml", wardsSchema);

export const sectorsPart = definePackPart("places/postcodes.yaml", sectorsSchema);
