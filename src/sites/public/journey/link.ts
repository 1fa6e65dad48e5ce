import type { Context } from "../../../platform/context/index.ts";
import { dateInWords } from "../../../platform/time/index.ts";
import { returning } from "../../../modules/forms/index.ts";
import { sendMessage } from "../../../modules/messages/index.ts";
import { publicAddress } from "../address.ts";
import type { Step } from "./step.ts";

export const linkPath = (token: string) => `/continue/${token}`;

/**
 * Sends a link to the answers. Whether the address exists, or had too many messages, is for the desk to see and never for
 * whoever typed it. What is confidential is not named in a mailbox that others may read.
 */
export function sendLink(ctx: Context, { key, service }: Step, email: string) {
	const { name, confidential } = service.definition;
	return returning.makeLink(ctx, key, email, (tx, draft, { id, token, until }) =>
		sendMessage(tx, ctx, {
			template: "draft-saved",
			variables: {
				service: confidential ? "" : name,
				until: dateInWords(until),
				link: publicAddress(ctx.house, linkPath(token)),
			},
			to: { email },
			about: { kind: "draft", id: draft.id, name: confidential ? "A form" : name },
			confidential,
			occasion: `draft-saved ${id}`,
			keptDays: 28,
		}),
	);
}
