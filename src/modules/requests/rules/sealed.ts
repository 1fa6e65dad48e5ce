import type { OfficerActor } from "../../../platform/context/index.ts";

/**
 * Whether an officer reads the sealed answers of a request: with the permission, and where their own team works it. Whoever
 * may read every confidential request reads them everywhere.
 */
export function mayReadSealed({ permissions, teams }: OfficerActor, request: { readonly teamId: string }): boolean {
	if (!permissions.has("requests.read-sealed")) return false;
	return teams.includes(request.teamId) || permissions.has("requests.read-confidential");
}
