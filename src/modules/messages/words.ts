import type { Channel } from "./recipient.ts";
import type { Status } from "./queries.ts";

export const channelWords: Record<Channel, string> = { email: "Email", text: "Text", letter: "Letter" };

export const statusWords: Record<Status, { name: string; colour: string; means: string }> = {
	waiting: { name: "Waiting", colour: "blue", means: "It will be sent in a moment, or when the carrier takes it." },
	sending: { name: "Sending", colour: "blue", means: "It is being handed to the carrier." },
	sent: { name: "Sent", colour: "green", means: "The carrier has accepted it." },
	bounced: {
		name: "Bounced",
		colour: "red",
		means: "The address does not exist any more. Nothing else is sent there.",
	},
	failed: { name: "Failed", colour: "red", means: "It was not sent." },
	unsure: {
		name: "Unsure",
		colour: "orange",
		means: "Nobody knows whether it arrived. Send it again only if that does no harm.",
	},
};

/** What each template is called at the desk: its own name, as words. */
export function templateWords(template: string): string {
	const words = template.replaceAll("-", " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
}
