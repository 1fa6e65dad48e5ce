import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { filled, type MaybeContent, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";
import { button } from "./button.ts";
import { translations } from "./translations.ts";

export type ExitThisPageProps = MaybeContent &
	Optional<{
		redirectUrl: string;
		id: string;
		classes: string;
		attributes: Attributes;
		activatedText: string;
		timedOutText: string;
		pressTwoMoreTimesText: string;
		pressOneMoreTimeText: string;
	}>;

export function exitThisPage(props: ExitThisPageProps): Html {
	const words = translations({
		activated: props.activatedText,
		"timed-out": props.timedOutText,
		"press-two-more-times": props.pressTwoMoreTimesText,
		"press-one-more-time": props.pressOneMoreTimeText,
	});
	return html`<div${attribute("id", props.id)} class="${classes("govuk-exit-this-page", props.classes)}" data-module="govuk-exit-this-page"${attributes(props.attributes)}${attributes(words)}>
	${button({
		...label(props),
		classes: "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button",
		href: props.redirectUrl || "https://www.bbc.co.uk/weather",
		attributes: { rel: "nofollow noreferrer" },
	})}
</div>`;
}

function label(props: MaybeContent): { html: Html } | { text: string } {
	if (filled(props.html)) return { html: props.html };
	if (props.text) return { text: String(props.text) };
	return {
		html: html`<span class="govuk-visually-hidden">Emergency</span> Exit this page`,
	};
}
