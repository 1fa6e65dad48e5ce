import { panel } from "../../../platform/html/govuk/index.ts";
import { html } from "../../../platform/html/html.ts";
import { page, route } from "../../../platform/http/index.ts";

/** The link a follower came by opens nothing any more, so what was done is said elsewhere. */
export const stoppedRoute = route({
	site: "public",
	method: "GET",
	path: "/track/stopped",
	may: "anyone",
	handle: () =>
		page({
			title: "You have stopped following it",
			main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${panel({ titleText: "You have stopped following it", text: "We will not write to you about it again." })}
<p class="govuk-body">If you change your mind, report it again and follow the report that is already there.</p>
<p class="govuk-body"><a class="govuk-link" href="/services">All services</a></p></div></div>`,
			current: "track",
			headers: { "x-robots-tag": "noindex" },
		}),
});
