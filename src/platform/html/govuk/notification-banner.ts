import { type Attributes, attributes, classes, spoken } from "../attributes.ts";
import { type Content, filled, type HeadingLevel, type Optional, paragraphs } from "../content.ts";
import { type Html, html } from "../html.ts";

export type NotificationBannerProps = Content &
	Optional<{
		/** "Success" or "Important", if no title is given. */
		titleText: string;
		titleHtml: Html;
		titleHeadingLevel: HeadingLevel;
		type: "success" | null;
		role: string;
		titleId: string;
		disableAutoFocus: boolean;
		classes: string;
		attributes: Attributes;
	}>;

export function notificationBanner(props: NotificationBannerProps): Html {
	const succeeded = props.type === "success";
	const level = props.titleHeadingLevel || 2;
	const titleId = props.titleId || "govuk-notification-banner-title";
	const className = classes(
		"govuk-notification-banner",
		succeeded && "govuk-notification-banner--success",
		props.classes,
	);
	const title = filled(props.titleHtml) ? props.titleHtml : props.titleText || (succeeded ? "Success" : "Important");
	return html`<div class="${className}" role="${props.role || (succeeded ? "alert" : "region")}" aria-labelledby="${titleId}" data-module="govuk-notification-banner"${spoken("data-disable-auto-focus", props.disableAutoFocus)}${attributes(props.attributes)}>
	<div class="govuk-notification-banner__header">
		<h${level} class="govuk-notification-banner__title" id="${titleId}">
			${title}
		</h${level}>
	</div>
	<div class="govuk-notification-banner__content">
		${paragraphs(props, "govuk-notification-banner__heading")}
	</div>
</div>`;
}
