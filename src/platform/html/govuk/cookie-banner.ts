import { type Attributes, attribute, attributes, classes, flag } from "../attributes.ts";
import { each, filled, type List, type MaybeContent, type Optional, paragraphs, type Words } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";
import { type Action, action } from "./action.ts";

export type CookieBannerMessage = MaybeContent &
	Optional<{
		headingText: string;
		headingHtml: Html;
		actions: List<Action & Optional<{ name: string; value: Words }>>;
		hidden: boolean;
		role: string;
		classes: string;
		attributes: Attributes;
	}>;

export type CookieBannerProps = {
	messages: List<CookieBannerMessage>;
} & Optional<{
	ariaLabel: string;
	hidden: boolean;
	classes: string;
	attributes: Attributes;
}>;

export function cookieBanner(props: CookieBannerProps): Html {
	return html`<div class="${classes("govuk-cookie-banner", props.classes)}" data-nosnippet role="region" aria-label="${props.ariaLabel || "Cookie banner"}"${flag("hidden", props.hidden)}${attributes(props.attributes)}>
	${each(props.messages, message)}
</div>`;
}

function message(props: CookieBannerMessage): Html {
	const heading = filled(props.headingHtml) ? props.headingHtml : props.headingText;
	return html`<div class="${classes("govuk-cookie-banner__message", props.classes)} govuk-width-container"${attribute("role", props.role)}${attributes(props.attributes)}${flag("hidden", props.hidden)}>
	<div class="govuk-grid-row">
		<div class="govuk-grid-column-two-thirds">
			${heading && html`<h2 class="govuk-cookie-banner__heading govuk-heading-m">${heading}</h2>`}
			<div class="govuk-cookie-banner__content">
				${paragraphs(props)}
			</div>
		</div>
	</div>
	${actions(props)}
</div>`;
}

function actions(props: CookieBannerMessage): Renderable {
	if (!props.actions) return undefined;
	return html`<div class="govuk-button-group">
	${each(props.actions, (item) => [action(item), "\n"])}
</div>`;
}
