import { z } from "zod";
import { conditionShape } from "../../forms/index.ts";
import { day, id, words } from "./words.ts";

/** Money in pence. The last price whose day has come applies. */
const price = z.strictObject({
	"valid-from": day.describe("The first day of the price."),
	pence: z.int().min(0).describe("The price in pence."),
});

/** What a service costs. */
export const feeShape = z.strictObject({
	items: z
		.array(
			z.strictObject({
				id,
				name: words.describe("On the receipt."),
				when: conditionShape
					.exactOptional()
					.describe("Charged when this is true of the answers; always when left out."),
				each: z.string().exactOptional().describe("The number question that says how many."),
				prices: z.array(price).min(1).describe("The last whose day has come applies."),
			}),
		)
		.min(1)
		.describe("What is charged for."),
	paid: z.enum(["before", "after"]).describe("When it is paid."),
	how: words.describe("How, for the customer."),
	refund: words.describe("When the money is given back, for the customer."),
	ledger: words.describe("Where it is booked."),
	vat: z.enum(["standard", "zero", "exempt", "outside"]).describe("How value added tax applies."),
});
export type Fee = z.infer<typeof feeShape>;
