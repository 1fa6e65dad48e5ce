import { type Attributes, attribute, attributes, classes } from "../attributes.ts";
import { type Content, content, type Optional, present } from "../content.ts";
import { type Html, html, type Renderable } from "../html.ts";

export type Legend = Content & Optional<{ classes: string; isPageHeading: boolean }>;

export type FieldsetProps = Optional<{
	describedBy: string;
	legend: Legend;
	classes: string;
	role: string;
	attributes: Attributes;
	html: Html;
}>;

export function fieldset(props: FieldsetProps): Html {
	return html`<fieldset class="${classes("govuk-fieldset", props.classes)}"${attribute("role", props.role)}${attribute("aria-describedby", props.describedBy)}${attributes(props.attributes)}>
	${legend(props.legend)}
	${props.html}
</fieldset>`;
}

function legend(props: Legend | undefined): Renderable {
	if (!props || !present(props)) return undefined;
	const words = props.isPageHeading
		? html`<h1 class="govuk-fieldset__heading">
		${content(props)}
	</h1>`
		: content(props);
	return html`<legend class="${classes("govuk-fieldset__legend", props.classes)}">
	${words}
</legend>`;
}
