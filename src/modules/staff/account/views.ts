import { button, notificationBanner, passwordInput, summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { column, postForm, type Problem, problemOf, problemsAbove } from "../form.views.ts";
import { type SessionsProps, sessionsTable } from "../sessions.views.ts";

export type AccountProps = {
	csrf: string;
	name: string;
	email: string;
	teams: readonly string[];
	roles: readonly string[];
	/** Whether they sign in with a password at all, and whether it is the one they were told. */
	password: "own" | "first" | "none";
	sessions: Omit<SessionsProps, "csrf" | "action">;
	problems: readonly Problem[];
	done: "password" | "sessions" | undefined;
};

const doneWords = { password: "Your password is changed.", sessions: "Those sessions have ended." };

export function accountPage(props: AccountProps): Html {
	const { csrf, name, email, teams, roles, password, sessions, problems, done } = props;
	return html`${column(
		problemsAbove(problems),
		done ? notificationBanner({ type: "success", text: doneWords[done] }) : nothing,
		password === "first" && !done
			? notificationBanner({ text: "Choose a password of your own: whoever added you knows the one you have." })
			: nothing,
		html`<h1 class="govuk-heading-l">Your account</h1>`,
		summaryList({
			rows: [
				{ key: { text: "Name" }, value: { text: name } },
				{ key: { text: "Email address" }, value: { text: email } },
				{ key: { text: "Teams" }, value: { text: teams.join(", ") || "None" } },
				{ key: { text: "Roles" }, value: { text: roles.join(", ") || "None" } },
			],
		}),
		html`<h2 class="govuk-heading-m">Where you are signed in</h2>`,
	)}
${sessionsTable({ ...sessions, csrf, action: "/desk/account/ended-sessions" })}
${
	sessions.sessions.length > 1
		? postForm(
				"/desk/account/ended-sessions",
				csrf,
				html`<input type="hidden" name="session" value="others">`,
				button({ text: "End all others", classes: "govuk-button--secondary" }),
			)
		: nothing
}
${password === "none" ? nothing : column(passwordForm(csrf, problems))}
${postForm("/desk/sign-out", csrf, button({ text: "Sign out", classes: "govuk-button--secondary" }))}`;
}

function passwordForm(csrf: string, problems: readonly Problem[]): Html {
	return html`<h2 class="govuk-heading-m">Choose another password</h2>
${postForm(
	"/desk/account/password",
	csrf,
	passwordInput({
		name: "current",
		label: { text: "Password you have now" },
		errorMessage: problemOf(problems, "current"),
	}),
	passwordInput({
		name: "password",
		label: { text: "New password" },
		hint: { text: "At least 12 characters. Three or four words that do not belong together are good." },
		autocomplete: "new-password",
		errorMessage: problemOf(problems, "password"),
	}),
	button({ text: "Change password", preventDoubleClick: true }),
)}`;
}
