import { panel } from "../../../platform/html/govuk/index.ts";
import { page, route } from "../../../platform/http/index.ts";

/** The link a follower came by opens nothing any more, so what was done is said elsewhere. */
export const stoppedRoute = route({
	site: "public",
	method: "GET",
	path: "/track/stopped",
	may: "anyone",
	handle: () =>
		page({
			title: "You no longer follow it",
			main: panel({ titleText: "You no longer follow it", text: "We will not write to you about it again." }),
			current: "track",
			headers: { "x-robots-tag": "noindex" },
		}),
});
