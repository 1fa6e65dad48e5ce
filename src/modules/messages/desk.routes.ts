import { z } from "zod";
import { audit } from "../../platform/audit/index.ts";
import { backLink } from "../../platform/html/govuk/index.ts";
import { deskRoute, page, redirect } from "../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../platform/refusal/index.ts";
import { sendAgain } from "./actions.ts";
import { messagePage, messagesPage, sendAgainRefusals } from "./desk.views.ts";
import { messageById, type MessageFilter, messageLines, statuses } from "./queries.ts";

const purpose = "to see what customers were sent";
const size = 50;
const one = z.object({ id: z.uuid() });
/** What a link or a hand at the address bar got wrong shows everything rather than an error. */
const query = z.object({
	status: z.enum(statuses).optional().catch(undefined),
	channel: z.enum(["email", "text", "letter"]).optional().catch(undefined),
	before: z.uuid().optional().catch(undefined),
});
type Query = z.infer<typeof query>;

export const messagesRoute = deskRoute({
	method: "GET",
	path: "/desk/messages",
	may: "messages.read",
	query,
	async handle(ctx, { query }) {
		const filter = given(query);
		const lines = await messageLines(ctx.house.db, ctx.actor, filter, size + 1);
		await audit(ctx.house.db, ctx, {
			action: "messages.listed",
			subject: { kind: "messages", id: "list" },
			after: filter,
			purpose,
		});
		const shown = lines.slice(0, size);
		const last = lines.length > size ? shown.at(-1) : undefined;
		const older = last && `/desk/messages?${new URLSearchParams({ ...filter, before: last.id })}`;
		return page({
			title: "Messages",
			main: messagesPage({ lines: shown, filter, older }),
			current: "messages",
			wide: true,
		});
	},
});

export const messageRoute = deskRoute({
	method: "GET",
	path: "/desk/messages/:id",
	may: "messages.read",
	params: one,
	query: z.object({ refused: z.enum(["not-stuck", "comes-back"]).optional().catch(undefined) }),
	async handle(ctx, { params, query, visit }) {
		const message = await messageById(ctx.house.db, ctx.actor, params.id);
		if (message === undefined) throw new NotFound();
		await audit(ctx.house.db, ctx, { action: "message.read", subject: { kind: "message", id: params.id }, purpose });
		const mayRetry = ctx.actor.permissions.has("messages.retry");
		const refused = query.refused && sendAgainRefusals[query.refused];
		return page({
			title: message.subject || "Message",
			before: backLink({ href: "/desk/messages", text: "Back to messages" }),
			main: messagePage({ message, mayRetry, csrf: mayRetry ? visit.csrf() : "", refused }),
			current: "messages",
		});
	},
});

export const sendAgainRoute = deskRoute({
	method: "POST",
	path: "/desk/messages/:id/sending",
	may: "messages.retry",
	params: one,
	async handle(ctx, { params }) {
		const outcome = await sendAgain(ctx, params.id);
		return redirect(`/desk/messages/${params.id}${isRefusal(outcome) ? `?refused=${outcome.code}` : ""}`);
	},
});

function given({ status, channel, before }: Query): MessageFilter {
	return { ...(status && { status }), ...(channel && { channel }), ...(before && { before }) };
}
