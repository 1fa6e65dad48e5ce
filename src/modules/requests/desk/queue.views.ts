import { pagination } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { subNavigation } from "../../../platform/html/moj/index.ts";
import { type FilterProps, filterView, selectedView } from "./filter.views.ts";
import { type QueueRowProps, rowsView } from "./rows.views.ts";

export type QueueProps = FilterProps & {
	views: { text: string; href: string; active: boolean }[];
	rows: QueueRowProps[];
	next?: string | undefined;
	previous?: string | undefined;
	/** What stands in place of the table when nothing matches. */
	empty: string;
	now: Date;
};

export function queueView(props: QueueProps): Html {
	const { rows, now } = props;
	return html`<div class="fd-queue-head"><h1 class="govuk-heading-l">Requests</h1>
${subNavigation({ label: "Views of the queue", items: props.views })}</div>
${filterView(props)}
${selectedView(props.on)}
${rows.length === 0 ? html`<p class="govuk-body fd-empty">${props.empty}</p>` : rowsView(rows, now)}
${pagesView(props)}`;
}

function pagesView({ next, previous }: QueueProps): Html {
	if (!next && !previous) return nothing;
	return pagination({
		landmarkLabel: "Pages of requests",
		...(previous ? { previous: { href: previous } } : {}),
		...(next ? { next: { href: next } } : {}),
	});
}
