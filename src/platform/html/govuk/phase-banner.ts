import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Content, content, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";
import { type TagProps, tag } from "./tag.ts";

export type PhaseBannerProps = Content & { tag: TagProps } & Optional<{
		classes: string;
		attributes: Attributes;
	}>;

export function phaseBanner(props: PhaseBannerProps): Html {
	return html`<div class="${classes("govuk-phase-banner govuk-width-container", props.classes)}"${attributes(props.attributes)}>
	<p class="govuk-phase-banner__content">
		${tag({
			...props.tag,
			attributes: undefined,
			classes: classes("govuk-phase-banner__content__tag", props.tag?.classes),
		})}
		<span class="govuk-phase-banner__text">
			${content(props)}
		</span>
	</p>
</div>`;
}
