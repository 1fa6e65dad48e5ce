import { type Council, councilPart } from "../../platform/council/index.ts";
import type { House } from "../../platform/context/index.ts";
import { html, type Html } from "../../platform/html/html.ts";
import { charterPart } from "./charter/pack.ts";
import { numberLink } from "../call.views.ts";

const links = [
	["Services", "/services"],
	["Track a request", "/track"],
	["Continue a saved form", "/continue"],
	["Accessibility", "/accessibility"],
	["Privacy", "/privacy"],
	["Cookies", "/cookies"],
] as const;

/** With the council's charter where it has one. */
function linksFor(house: House): readonly (readonly [string, string])[] {
	const charter = charterPart.of(house);
	return charter ? [...links, [charter.title, "/charter"]] : links;
}

/** The same on every page, so that help is always in one place (WCAG 3.2.6). */
export function publicFooter(house: House): Html {
	const council = councilPart.of(house);
	return html`<div class="fd-footer">
	<div class="govuk-width-container">
		<div class="fd-footer__columns">
			${byTelephone(council)}
			<div>
				<h2 class="fd-footer__heading">This website</h2>
				<ul class="fd-footer__list">
					${linksFor(house).map(([text, href]) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
				</ul>
			</div>
			<div>
				<h2 class="fd-footer__heading">Visit or write</h2>
				<address>${[council.name, ...council.contact.address].map((line) => html`${line}<br>`)}</address>
			</div>
		</div>
		<p class="fd-footer__end">© ${council.name}. <a class="govuk-link" href="${council.website}">Our main website</a></p>
	</div>
</div>`;
}

function byTelephone({ contact }: Council): Html {
	return html`<div>
	<h2 class="fd-footer__heading">Contact us</h2>
	<ul class="fd-footer__list">
		<li>Telephone ${numberLink(contact.phone)}</li>
		<li>Email <a class="govuk-link" href="mailto:${contact.email}">${contact.email}</a></li>
		<li><a class="govuk-link" href="/contact">More ways to contact us</a></li>
	</ul>
</div>`;
}
