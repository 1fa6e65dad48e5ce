import { z } from "zod";
import { conditionShape } from "../../forms/index.ts";
import { day, slug, words } from "./words.ts";

/** Money in pence. The last price whose day has come applies. */
const price = z.strictObject({ "valid-from": day, pence: z.int().min(0) });

/** What a service costs. */
export const feeShape = z.strictObject({
	items: z
		.array(
			z.strictObject({
				id: slug,
				name: words,
				/** Charged when this is true of the answers; always when left out. */
				when: conditionShape.exactOptional(),
				/** The number question that says how many. */
				each: z.string().exactOptional(),
				prices: z.array(price).min(1),
			}),
		)
		.min(1),
	/** When it is paid. */
	paid: z.enum(["before", "after"]),
	/** How, for the customer. */
	how: words,
	/** When the money is given back, for the customer. */
	refund: words,
	/** Where it is booked. */
	ledger: words,
	vat: z.enum(["standard", "zero", "exempt", "outside"]),
});
export type Fee = z.infer<typeof feeShape>;
