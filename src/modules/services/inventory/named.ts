import type { House } from "../../../platform/context/index.ts";
import { teams } from "../../staff/index.ts";
import type { Definition } from "../definition.ts";
import { topicsPart } from "../pack.ts";

/** The team that answers for a service; called by its id when the pack no longer has it. */
export function ownerOf(house: House, { owner }: Pick<Definition, "owner">): { team: string; name: string } {
	return { team: owner, name: teams(house).find(({ id }) => id === owner)?.name ?? owner };
}

export function topicOf(house: House, { topic }: Pick<Definition, "topic">): string {
	return topicsPart.of(house).find(({ id }) => id === topic)?.name ?? topic;
}
