import { z } from "zod";
import { deskRoute, page, redirect, type Route } from "../../../platform/http/index.ts";
import { readCursor } from "../../../platform/thread/index.ts";
import { readReference } from "../../../platform/formats/index.ts";
import { customersAt, recordAt } from "./addresses.ts";
import { searchView } from "./search.views.ts";
import { searchCustomers } from "./searching.ts";

const word = z.string().trim().max(200).catch("");

/** Finds a customer by what they tell an officer. */
export const searchRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: customersAt,
		may: "customers.read",
		query: z.object({ q: word, before: word, work: word }),
		async handle(ctx, { query: { q, before, work } }) {
			const found = q === "" ? undefined : await searchCustomers(ctx, q, readCursor(before));
			const [only, ...others] = found?.rows ?? [];
			// A reference names one customer, and whoever typed it wants their record.
			const isNamed = readReference(q, "CR") !== undefined;
			if (only && others.length === 0 && isNamed) return redirect(recordAt(only.reference, { work }));
			return page({
				title: q === "" ? "Customers" : "Customers found",
				current: "customers",
				wide: true,
				main: searchView({
					q,
					work,
					rows: found?.rows ?? [],
					searched: found !== undefined,
					next: found?.next,
				}),
			});
		},
	}),
];
