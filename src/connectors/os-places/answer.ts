import { z } from "zod";

const words = z.string().default("");

/** The parts of a delivery point that an address is made of. A UPRN comes as text; one with a zero in front is the same one. */
const deliveryPoint = z.object({
	UPRN: z.string().regex(/^\d{1,12}$/),
	ORGANISATION_NAME: words,
	DEPARTMENT_NAME: words,
	SUB_BUILDING_NAME: words,
	BUILDING_NAME: words,
	BUILDING_NUMBER: words,
	PO_BOX_NUMBER: words,
	DEPENDENT_THOROUGHFARE_NAME: words,
	THOROUGHFARE_NAME: words,
	DOUBLE_DEPENDENT_LOCALITY: words,
	DEPENDENT_LOCALITY: words,
	POST_TOWN: words,
	POSTCODE: words,
	LAT: z.number().min(-90).max(90).optional(),
	LNG: z.number().min(-180).max(180).optional(),
	LOCAL_CUSTODIAN_CODE: z.number().optional(),
});

export type DeliveryPoint = z.infer<typeof deliveryPoint>;

/** Nothing found leaves `results` out. */
export const answerShape = z.object({ results: z.array(z.object({ DPA: deliveryPoint })).default([]) });
