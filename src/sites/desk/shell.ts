import type { OfficerActor } from "../../platform/context/index.ts";
import { councilPart } from "../../platform/council/index.ts";
import { csrfField } from "../../platform/html/csrf.ts";
import { serviceNavigation } from "../../platform/html/govuk/index.ts";
import { html, type Html, nothing } from "../../platform/html/html.ts";
import type { Shell } from "../../platform/http/index.ts";
import { band, frame } from "../frame.ts";
import { troublePage } from "../trouble.ts";
import { placesFor } from "./navigation.ts";

/** Header, search, navigation and footer of the desk. An officer sees only the places that are open to them. */
export const deskShell: Shell = {
	wrap({ house, actor }, page, visit) {
		const officer = actor.kind === "officer" ? actor : undefined;
		const { name } = councilPart.of(house);
		return frame(house, {
			page,
			site: `Desk - ${name}`,
			bodyClass: "fd-desk",
			styles: ["desk.css"],
			scripts: ["desk.js"],
			header: html`${band(house, {
				name: "Desk",
				under: name,
				home: officer ? "/desk" : "/",
				beside: officer && html`${search}${who(officer, visit.csrf())}`,
			})}
${officer && places(officer, page.current)}`,
			footer: html`<div class="fd-footer"><div class="govuk-width-container"><p class="fd-footer__end">${name}. What you look at here is recorded. <span data-shortcuts></span></p></div></div>`,
		});
	},
	trouble: (_ctx, trouble) =>
		troublePage(
			trouble,
			html`<p class="govuk-body"><a class="govuk-link" href="/desk">Go to the start of the desk</a></p>`,
		),
};

const search = html`<form class="fd-search" action="/desk/requests" method="get" role="search">
	<label class="govuk-visually-hidden" for="desk-search">Search requests: a reference, a name, an email, a street or a postcode</label>
	<input class="govuk-input" id="desk-search" name="q" type="search" autocomplete="off" spellcheck="false" placeholder="Reference, name, street…" data-search>
	<button class="govuk-button" type="submit">Search</button>
</form>`;

function who({ name }: OfficerActor, token: string): Html {
	return html`<form class="fd-officer" action="/desk/sign-out" method="post">
	${csrfField(token)}
	<a href="/desk/account"><span class="govuk-visually-hidden">Your account: </span>${name}</a>
	<button class="fd-plain-button" type="submit">Sign out</button>
</form>`;
}

function places(officer: OfficerActor, current: string | undefined): Html {
	const open = placesFor(officer.permissions);
	if (open.length === 0) return nothing;
	return serviceNavigation({
		navigationLabel: "Desk",
		navigation: open.map(({ name, text, href }) => ({ text, href, active: name === current })),
	});
}
