import { z } from "zod";
import { deskRoute, page, redirect } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { createClient, revokeClient } from "./actions.ts";
import { clientsPage, createClientRefusals } from "./desk.views.ts";
import { clients } from "./queries.ts";

const title = "Other systems";

export const clientsRoute = deskRoute({
	method: "GET",
	path: "/desk/admin/clients",
	may: "clients.manage",
	async handle(ctx, { visit }) {
		const main = clientsPage({ clients: await clients(ctx.house.db), csrf: visit.csrf() });
		return page({ title, main, current: "clients" });
	},
});

export const newClientRoute = deskRoute({
	method: "POST",
	path: "/desk/admin/clients",
	may: "clients.manage",
	form: z.object({ name: z.string().catch(""), works: z.string().optional().catch(undefined) }),
	async handle(ctx, { form, visit }) {
		const typed = { name: form.name, works: form.works === "yes" };
		const made = await createClient(ctx, typed);
		const shown = { clients: await clients(ctx.house.db), csrf: visit.csrf() };
		if (isRefusal(made)) {
			const main = clientsPage({ ...shown, typed, error: createClientRefusals[made.code] });
			return page({ status: 400, title, main, wrong: true, current: "clients" });
		}
		// The one answer to a POST that is a page: the key is kept by its hash and cannot be shown after a redirect.
		return page({
			title,
			main: clientsPage({ ...shown, made: { name: typed.name, key: made.key } }),
			current: "clients",
		});
	},
});

export const revocationRoute = deskRoute({
	method: "POST",
	path: "/desk/admin/clients/:id/revocation",
	may: "clients.manage",
	params: z.object({ id: z.uuid() }),
	async handle(ctx, { params }) {
		await revokeClient(ctx, params.id);
		return redirect("/desk/admin/clients");
	},
});
