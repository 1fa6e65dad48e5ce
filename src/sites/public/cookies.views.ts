import { officerCookie } from "../../platform/auth/cookie.ts";
import { summaryList } from "../../platform/html/govuk/index.ts";
import { html } from "../../platform/html/html.ts";

/** Every cookie there is. A cookie that is added anywhere is added here. */
const cookies = [
	[
		"csrf",
		"Makes sure that a form was sent from our page and not from somebody else's",
		"Until you close your browser",
	],
	["browser", "Keeps what you have typed in a form, so that you can go back and change it", "28 days"],
	[officerCookie, "Keeps council officers signed in. Residents do not get it", "Until they sign out"],
] as const;

export const cookiesMain = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
	<h1 class="govuk-heading-xl">Cookies</h1>
	<p class="govuk-body-l">Cookies are small pieces of text that a website keeps in your browser. We use only those that this website cannot work without.</p>
	<p class="govuk-body">We do not use cookies to count visits, to show advertisements or to follow you. That is why we do not ask you to accept any.</p>
	<h2 class="govuk-heading-m">The cookies we use</h2>
	${summaryList({
		rows: cookies.map(([name, purpose, kept]) => ({
			key: { text: name },
			value: { html: html`${purpose}.<br>Kept: ${kept.charAt(0).toLowerCase()}${kept.slice(1)}.` },
		})),
	})}
	<p class="govuk-body">If you turn cookies off in your browser, you can still read every page, but you cannot send a form. You can <a class="govuk-link" href="/contact">call us</a> instead.</p>
	<p class="govuk-body">Names may begin with <code>__Host-</code>. It tells your browser to keep the cookie for this website alone.</p>
	<p class="govuk-body"><a class="govuk-link" href="/privacy">How we use what you tell us</a></p>
</div></div>`;
