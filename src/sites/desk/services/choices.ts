import type { House } from "../../../platform/context/index.ts";
import { teams } from "../../../modules/staff/index.ts";
import { topicsPart } from "../../../modules/services/index.ts";
import { verbs } from "../../public/services/words.ts";
import type { Asked } from "./asked.ts";
import type { Choice } from "./filter.views.ts";

/** What the lists of services are narrowed by. */
export function choicesFor(house: House, asked: Asked): Choice[] {
	return [
		{ name: "topic", label: "Topic", unless: "Any topic", value: asked.topic, items: named(topicsPart.of(house)) },
		{ name: "verb", label: "For", unless: "Anything", value: asked.verb, items: named(verbs) },
		...ownerChoices(house, asked),
	];
}

/** Whose they are. */
export function ownerChoices(house: House, asked: Pick<Asked, "team" | "tier">): Choice[] {
	const tiers = ["0", "1", "2", "3"].map((tier) => ({ value: tier, text: tier }));
	return [
		{ name: "team", label: "Owner", unless: "Any team", value: asked.team, items: named(teams(house)) },
		{ name: "tier", label: "Tier", unless: "Any tier", value: asked.tier, items: tiers },
	];
}

function named(list: readonly { id: string; name: string }[]) {
	return list.map(({ id, name }) => ({ value: id, text: name }));
}

/** What was asked as the end of an address; empty when nothing was. */
export function queryOf(asked: Readonly<Record<string, string | number>>): string {
	const on = Object.entries(asked).filter(([, value]) => value !== "");
	return on.length === 0 ? "" : `?${new URLSearchParams(on.map(([name, value]) => [name, String(value)]))}`;
}
