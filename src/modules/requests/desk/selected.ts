import { publicStageWords } from "../../services/index.ts";
import { type Asked, queueAddress } from "./asked.ts";
import type { FilterProps } from "./filter.views.ts";

/** The filters that are on, each with the address of the queue without it. */
export function selected(asked: Asked, options: FilterProps["options"]): FilterProps["on"] {
	const labelled = (list: readonly { value: string; text: string }[], value: string) =>
		list.find((option) => option.value === value)?.text ?? value;
	const on: { name: keyof Asked; heading: string; text: string }[] = [
		{ name: "q", heading: "Search", text: asked.q },
		{ name: "state", heading: "Open or closed", text: stateWords[asked.state] },
		{ name: "team", heading: "Team", text: labelled(options.teams, asked.team) },
		{ name: "officer", heading: "Officer", text: labelled(options.officers, asked.officer) },
		{ name: "stage", heading: "Stage", text: asked.stage === "" ? "" : publicStageWords[asked.stage] },
		{ name: "service", heading: "Service", text: labelled(options.services, asked.service) },
		{ name: "ward", heading: "Ward", text: labelled(options.wards, asked.ward) },
		{ name: "due", heading: "Promise", text: dueWords[asked.due] },
		{ name: "urgent", heading: "Urgency", text: asked.urgent === "yes" ? "Urgent only" : "" },
	];
	return on
		.filter(({ name }) => asked[name] !== "")
		.map(({ name, heading, text }) => ({
			heading,
			text,
			href: queueAddress({ ...asked, [name]: "", after: "", before: "" }),
		}));
}

const stateWords: Readonly<Record<Asked["state"], string>> = {
	"": "",
	open: "Open",
	closed: "Closed",
	any: "Open and closed",
};

const dueWords: Readonly<Record<Asked["due"], string>> = { "": "", overdue: "Overdue", "running-out": "Running out" };
