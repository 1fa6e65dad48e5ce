import { button, checkboxes, input, notificationBanner, panel, tag } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { column, postForm, type Problem, problemOf, problemsAbove } from "../form.views.ts";
import { type SessionsProps, sessionsTable } from "../sessions.views.ts";

export type OfficerLine = { id: string; name: string; email: string; roles: string; teams: string; hasLeft: boolean };

export function officersPage({ officers }: { officers: readonly OfficerLine[] }): Html {
	return html`<h1 class="govuk-heading-l">Officers</h1>
${button({ text: "Add an officer", href: "/desk/admin/officers/new" })}
${stackedTable({
	attributes: { "data-rows": "" },
	heads: ["Name", "Email address", "Teams", "Roles"],
	rows: officers.map(({ id, name, email, roles, teams, hasLeft }) => [
		{
			html: html`<a class="govuk-link" href="/desk/admin/officers/${id}">${name}</a>${hasLeft ? html` ${tag({ text: "Left", classes: "govuk-tag--grey" })}` : nothing}`,
		},
		{ text: email },
		{ text: teams },
		{ text: roles },
	]),
})}`;
}

type Choice = { id: string; name: string };
export type PlaceProps = {
	allRoles: readonly Choice[];
	allTeams: readonly Choice[];
	roles: readonly string[];
	teams: readonly string[];
};

export type NewOfficerProps = PlaceProps & {
	csrf: string;
	name: string;
	email: string;
	problems: readonly Problem[];
};

export function newOfficerPage(props: NewOfficerProps): Html {
	const { csrf, name, email, problems } = props;
	return column(
		problemsAbove(problems),
		html`<h1 class="govuk-heading-l">Add an officer</h1>`,
		postForm(
			"/desk/admin/officers",
			csrf,
			input({ name: "name", label: { text: "Full name" }, value: name, errorMessage: problemOf(problems, "name") }),
			input({
				name: "email",
				type: "email",
				label: { text: "Email address" },
				value: email,
				spellcheck: false,
				errorMessage: problemOf(problems, "email"),
			}),
			placeInputs(props),
			button({ text: "Add officer", preventDoubleClick: true }),
		),
	);
}

export type FirstPasswordProps = { id: string; name: string; password: string };

export function firstPasswordPage({ id, name, password }: FirstPasswordProps): Html {
	return column(
		panel({ titleText: `${name} can sign in`, html: html`First password<br><strong>${password}</strong>` }),
		html`<p class="govuk-body">Tell it to them now: it is not shown again. When they sign in they set up a one-time code, and are asked to choose a password of their own.</p>`,
		html`<p class="govuk-body"><a class="govuk-link" href="/desk/admin/officers/${id}">Back to ${name}</a></p>`,
	);
}

export type OfficerProps = PlaceProps & {
	csrf: string;
	id: string;
	name: string;
	email: string;
	hasLeft: boolean;
	/** Nobody changes their own roles or leaves by their own hand. */
	isOwn: boolean;
	sessions: Omit<SessionsProps, "csrf" | "action">;
	problems: readonly Problem[];
	done: string | undefined;
};

export function officerPage(props: OfficerProps): Html {
	const { csrf, id, name, email, hasLeft, isOwn, sessions, problems, done } = props;
	const at = `/desk/admin/officers/${id}`;
	return html`${problemsAbove(problems)}
${done === undefined ? nothing : notificationBanner({ type: "success", text: done })}
<h1 class="govuk-heading-l">${name}</h1>
<p class="govuk-body">${email}</p>
${hasLeft ? html`<p class="govuk-body">${tag({ text: "Left", classes: "govuk-tag--grey" })} They can no longer sign in.</p>` : nothing}
${isOwn ? html`<p class="govuk-body">Somebody else must change your roles and teams.</p>` : nothing}
${hasLeft || isOwn ? nothing : postForm(`${at}/place`, csrf, placeInputs(props), button({ text: "Save roles and teams" }))}
<h2 class="govuk-heading-m">Where they are signed in</h2>
${sessionsTable({ ...sessions, csrf, action: `${at}/ended-sessions` })}
${
	sessions.sessions.length > 0 && !isOwn
		? postForm(
				`${at}/ended-sessions`,
				csrf,
				html`<input type="hidden" name="session" value="all">`,
				button({ text: "End all sessions", classes: "govuk-button--secondary" }),
			)
		: nothing
}
${hasLeft || isOwn ? nothing : endings(at, csrf)}`;
}

function endings(at: string, csrf: string): Html {
	return html`<h2 class="govuk-heading-m">Lost password or telephone</h2>
<p class="govuk-body">This ends their sessions, makes a first password to tell them, and lets them set up a one-time code again. Make sure that it is them who ask.</p>
${postForm(`${at}/fresh-start`, csrf, button({ text: "Let them start again", classes: "govuk-button--secondary" }))}
<h2 class="govuk-heading-m">Leaving</h2>
<p class="govuk-body">They can no longer sign in. What they did keeps their name.</p>
${postForm(`${at}/leaving`, csrf, button({ text: "They have left", classes: "govuk-button--warning" }))}`;
}

function placeInputs({ allRoles, allTeams, roles, teams }: PlaceProps): Html {
	return html`${choices("roles", "Roles", allRoles, roles)}${choices("teams", "Teams", allTeams, teams)}`;
}

function choices(name: string, legend: string, all: readonly Choice[], values: readonly string[]): Html {
	return checkboxes({
		name,
		fieldset: { legend: { text: legend, classes: "govuk-fieldset__legend--s" } },
		classes: "govuk-checkboxes--small",
		values,
		items: all.map((choice) => ({ value: choice.id, text: choice.name })),
	});
}
