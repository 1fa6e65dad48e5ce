import { button, details, radios } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing, type Renderable } from "../../../platform/html/html.ts";
import { alert } from "../../../platform/html/moj/index.ts";
import { type Problem, problemSummary } from "../../../modules/forms/index.ts";
import type { Definition, StartedClock } from "../../../modules/services/index.ts";
import { withEmergencyNumber } from "../../call.views.ts";
import { byWhen } from "../../public/journey/shared.ts";
import type { Spoken } from "./posted.ts";

export type ScriptMainProps = {
	definition: Definition;
	/** The officer asks for themselves. */
	own: boolean;
	action: string;
	csrf: Html;
	/** The mark of the answers that are shown. */
	was: string;
	/** The id of the draft that its first answer begins. */
	begins: string | undefined;
	/** Whose details are filled in. */
	customer: string | undefined;
	by: Spoken;
	problems: readonly Problem[];
	questions: Html;
	/** Advice ended it: there is nothing to send. */
	ends: boolean;
	/** What a changed answer took away, a sentence each. */
	removed: readonly string[];
	/** Answers that somebody else has changed since, and the mark of theirs. */
	theirs: { mark: string; changes: readonly { ask: string; said: string }[] } | undefined;
	/** When it was last kept. */
	saved: string | undefined;
	promises: readonly StartedClock[];
};

/** All the questions of a form on one screen. Its script finds what it renews by `data-part`. */
export function scriptMain(props: ScriptMainProps): Html {
	const { definition, own, problems, theirs } = props;
	return html`<div class="fd-script">
	${problemSummary(problems)}
	<span class="govuk-caption-l">${own ? "For staff" : "Phone script"}</span>
	<h1 class="govuk-heading-l">${definition.name}</h1>
	<form class="fd-split" action="${props.action}" method="post" enctype="multipart/form-data" novalidate data-script>
		<div class="fd-script__asks" data-part="asks">
			${props.csrf}
			<input type="hidden" name="_was" value="${props.was}">
			${props.customer !== undefined && html`<input type="hidden" name="_customer" value="${props.customer}">`}
			${props.begins !== undefined && html`<input type="hidden" name="_draft" value="${props.begins}">`}
			${enterUpdates}
			<div data-part="alerts" data-fresh aria-live="polite">${theirs && theirsView(theirs, props.action)}${removedView(props.removed)}</div>
			${
				definition.start.emergency !== undefined &&
				!own &&
				html`<div class="fd-script__first" data-part="emergency"><p class="govuk-body"><strong>Say first:</strong> ${withEmergencyNumber(definition.start.emergency)}</p></div>`
			}
			${props.questions}
			${endView(props)}
		</div>
		<aside class="fd-script__beside" data-part="beside" aria-label="About this service">${aside(props)}</aside>
	</form>
</div>`;
}

/** The Enter key presses a form's first button, which must never be the one that sends. */
const enterUpdates = html`<button type="submit" class="govuk-visually-hidden" name="_do" value="update" tabindex="-1" aria-hidden="true">Update questions</button>`;

function endView({ definition, own, ends, by }: ScriptMainProps): Html {
	const { declaration, send } = definition.form;
	return html`<div class="fd-script__end" data-part="end" data-fresh>
	${!own && speaking(by)}
	${declaration && !ends && html`<div class="fd-script__say"><p class="govuk-body"><strong>Read out before you send:</strong> ${declaration}</p></div>`}
	<div class="govuk-button-group">
		${!ends && button({ text: send, name: "_do", value: "send", preventDoubleClick: true, attributes: { "data-send": "", "aria-keyshortcuts": "Control+Enter" } })}
		${button({ text: "Update questions", classes: "govuk-button--secondary", name: "_do", value: "update" })}
		${!own && button({ text: "Save for the customer to finish", classes: "govuk-button--secondary", name: "_do", value: "later" })}
	</div>
</div>`;
}

/** How they speak says how the request came. */
function speaking(by: Spoken): Html {
	return radios({
		name: "_by",
		idPrefix: "_by",
		classes: "govuk-radios--inline govuk-radios--small",
		fieldset: { legend: { text: "The customer is", classes: "govuk-fieldset__legend--s" } },
		value: by,
		items: [
			{ value: "phone", text: "On the telephone" },
			{ value: "desk", text: "Here in person" },
		],
	});
}

function theirsView({ mark, changes }: NonNullable<ScriptMainProps["theirs"]>, action: string): Html {
	return alert({
		variant: "warning",
		title: "These answers were changed in another window",
		showTitleAsHeading: true,
		html: html`<p class="govuk-body">Nothing on this screen has been kept since. There it says now:</p>
		<ul class="govuk-list govuk-list--bullet">${changes.map(({ ask, said }) => html`<li>${ask}: ${said === "" ? "no answer" : said}</li>`)}</ul>
		<div class="govuk-button-group">
			${button({ text: "Keep what is on this screen", classes: "govuk-button--secondary", name: "_keep", value: mark })}
			<a class="govuk-link" href="${action}">Show the other answers</a>
		</div>`,
	});
}

function removedView(removed: readonly string[]): Html {
	if (removed.length === 0) return nothing;
	return alert({
		title: "Answers were removed",
		html: html`${removed.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}`,
	});
}

/** What an officer may be asked about it while they ask. */
function aside({ definition, saved, promises, own }: ScriptMainProps): Html {
	const { start, privacy, next } = definition;
	return html`<p class="fd-script__saved" data-part="saved" data-fresh role="status">${saved ?? "Nothing is kept yet"}</p>
	<dl class="fd-script__facts">
		${fact("About", start.about)}
		${fact("To have ready", start["you-need"])}
		${fact("Cost", [start.cost])}
		${fact(
			"Our promise",
			promises.map((promise) => `${promise.words}: by ${byWhen(promise, definition)}`),
		)}
		${fact("What happens next", next)}
	</dl>
	${details({
		summaryText: own ? "How this is used" : "If they ask how we use it",
		html: html`<p class="govuk-body">${privacy.purpose}</p><p class="govuk-body">${privacy.basis}</p>`,
	})}
	<p class="fd-script__keys" data-keys hidden>Ctrl and Enter send it.</p>`;
}

function fact(name: string, said: readonly string[]): Renderable {
	return said.length > 0 && html`<div><dt>${name}</dt>${said.map((one) => html`<dd>${one}</dd>`)}</div>`;
}
