import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { type Content, content, each, type List, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";

export type Message = Content & {
	type: "sent" | "received";
	sender: string;
	/** For machines (RFC 3339), and the day and the time of day for people. */
	timestamp: { machine: string; day: string; time: string };
} & Optional<{ id: string | number }>;

export type MessagesProps = { items: List<Message> } & Optional<{
	/** `messages`, if not given. */
	id: string;
	label: string;
	classes: string;
	attributes: Attributes;
}>;

/** A conversation, with a line wherever a new day begins. */
export function messages(props: MessagesProps): Html {
	let day = "";
	return html`<div id="${props.id ?? "messages"}" class="${classes("moj-messages-container", props.classes)}"${attribute("aria-label", props.label)}${attributes(props.attributes)}>
	<div class="moj-message-list">
		${each(props.items, (item) => {
			const isNewDay = item.timestamp.day !== day;
			day = item.timestamp.day;
			return html`${isNewDay && dayLine(item)}${message(item)}`;
		})}
	</div>
</div>`;
}

function dayLine({ timestamp }: Message): Html {
	return html`<time class="moj-message-list__date" datetime="${timestamp.machine.slice(0, 10)}">${timestamp.day}</time>`;
}

function message(item: Message): Html {
	return html`<div${attribute("id", item.id !== undefined && `message_${item.id}`)} class="moj-message-item moj-message-item--${item.type}">
	<div class="moj-message-item__text moj-message-item__text--${item.type}">${content(item)}</div>
	<div class="moj-message-item__meta">
		<span class="moj-message-item__meta--sender">${item.sender}</span> at <time class="moj-message-item__meta--timestamp" datetime="${item.timestamp.machine}">${item.timestamp.time}</time>
	</div>
</div>`;
}
