import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Content, content, each, type List, type Optional } from "../content.ts";
import { type Html, html } from "../html.ts";
import { type ButtonMenuProps, buttonMenu } from "./button-menu.ts";

export type IdentityBarProps = { title: Content } & Optional<{
	menus: List<ButtonMenuProps>;
	classes: string;
	attributes: Attributes;
}>;

/** Whom or what the whole page is about, in one line across its top. */
export function identityBar(props: IdentityBarProps): Html {
	return html`<div class="${classes("moj-identity-bar", props.classes)}"${attributes(props.attributes)}>
	<div class="moj-identity-bar__container">
		<div class="moj-identity-bar__details">
			<span class="moj-identity-bar__title">${content(props.title)}</span>
		</div>
		${
			props.menus &&
			html`<div class="moj-identity-bar__actions">
			${each(props.menus, (menu) => html`<div class="moj-identity-bar__menu">${buttonMenu(menu)}</div>`)}
		</div>`
		}
	</div>
</div>`;
}
