import { z } from "zod";

/** An argument that is given once; an empty one is the same as none. */
const one = z.string({ error: "must be given once, as text" }).trim().default("");
const some = z.union([one.transform((text) => (text === "" ? [] : [text])), z.array(z.string()).max(50)]).default([]);

export const createArguments = z.object({
	api_key: one,
	jurisdiction_id: one,
	service_code: one,
	lat: one,
	long: one,
	address_string: one,
	address_id: one,
	/** `attribute[size]=van`; a list as `attribute[types][]=a` or as `attribute[types]=a` more than once. */
	attribute: z
		.record(z.string(), z.union([z.string(), z.array(z.string())], { error: "must be text or a list of texts" }), {
			error: "must be named, as in attribute[code]",
		})
		.default({}),
	description: one,
	first_name: one,
	last_name: one,
	email: one,
	phone: one,
	media_url: some,
});
export type CreateArguments = z.infer<typeof createArguments>;

export const updateArguments = z.object({
	api_key: one,
	jurisdiction_id: one,
	service_request_id: one,
	update_id: one,
	status: one,
	updated_datetime: one,
	description: one,
	media_url: some,
});
export type UpdateArguments = z.infer<typeof updateArguments>;

export const jurisdictionArgument = z.object({ jurisdiction_id: one });

export const readArguments = z.object({
	jurisdiction_id: one,
	service_request_id: one,
	service_code: one,
	start_date: one,
	end_date: one,
	status: one,
	page: one,
	page_size: one,
	extensions: one,
});
export type ReadArguments = z.infer<typeof readArguments>;

export const updatesArguments = z.object({ jurisdiction_id: one, start_date: one, end_date: one });

/** `a, b` as its parts. */
export function list(text: string): string[] {
	return text
		.split(",")
		.map((part) => part.trim())
		.filter(Boolean);
}
