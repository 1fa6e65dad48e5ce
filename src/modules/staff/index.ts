import { sweepSignIns } from "../../platform/auth/index.ts";
import { defineModule } from "../../platform/module/index.ts";
import { accountRoutes } from "./account/routes.ts";
import { officersRoutes } from "./officers/routes.ts";
import { rolesPart, teamsPart } from "./pack.ts";
import { signInRoutes } from "./signIn/routes.ts";
import { openTeams } from "./teams.ts";

export {
	addOfficer,
	changeOfficer,
	currentCode,
	enrolCode,
	officerLeaves,
	setPassword,
	startAgain,
} from "./actions.ts";
export { type Role, roleNames, rolesPart, type Team, teams, teamsPart } from "./pack.ts";
export { type Officer, officerById, officersOf } from "./queries.ts";
export { resolveOfficer } from "./resolve.ts";

export const staffModule = defineModule({
	name: "staff",
	routes: [...signInRoutes, ...accountRoutes, ...officersRoutes],
	pack: [teamsPart, rolesPart],
	opens: openTeams,
	daily: [
		{
			at: "23 3 * * *",
			does: "throw away ended sessions, half-done sign-ins and forgiven failures",
			run: (ctx) => sweepSignIns(ctx.house.db, ctx.now),
		},
	],
	personalData: [
		{
			table: "staff.officer",
			what: "name, work address, roles, teams, hash of the password, sealed secret of the one-time code",
			purpose: "to know which officer does what, and to let nobody else do it",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "as long as a request or the ledger names them; password and code go when they leave",
		},
		{
			table: "staff.membership",
			what: "who belongs to which team",
			purpose: "to know which officer does what",
			basis: "UK GDPR Article 6(1)(e): the council's tasks in the public interest",
			kept: "until they leave the team",
		},
		{
			table: "auth.challenge",
			what: "who is in the middle of signing in",
			purpose: "to let in nobody who has not taken every step",
			basis: "UK GDPR Article 6(1)(e) and Article 32: security of processing",
			kept: "10 minutes; swept each night",
		},
		{
			table: "auth.session",
			what: "who signed in, when, and with which browser",
			purpose: "to keep officers signed in and to let them see and end their sessions",
			basis: "UK GDPR Article 6(1)(e) and Article 32: security of processing",
			kept: "30 days after the session's end",
		},
	],
});
