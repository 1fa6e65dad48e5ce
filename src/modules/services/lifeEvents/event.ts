import type { House } from "../../../platform/context/index.ts";
import { type Answers, compileCondition, type Condition, type Form, tryForm } from "../../forms/index.ts";
import { publicService } from "../audience.ts";
import type { Service } from "../service.ts";
import { type LifeEventDefinition, lifeEventsPart } from "./pack.ts";

export type Started = LifeEventDefinition["services"][number];

/** A life event made ready: its questions as a form, its conditions compiled. */
export type LifeEvent = {
	readonly id: string;
	readonly definition: LifeEventDefinition;
	readonly form: Form;
	readonly starts: readonly { readonly started: Started; readonly applies: Condition | undefined }[];
};

/** The questions of a life event as the form that they are. */
export function formOf({ pages }: Pick<LifeEventDefinition, "pages">) {
	return tryForm({ pages, stops: [], risks: [], send: "Continue" });
}

const ready = new WeakMap<readonly LifeEventDefinition[], readonly LifeEvent[]>();

/** The life events of the council, in the pack's order. */
export function lifeEvents(house: House): readonly LifeEvent[] {
	const definitions = lifeEventsPart.of(house);
	const held = ready.get(definitions);
	if (held) return held;
	const made = definitions.map((definition): LifeEvent => {
		const { form } = formOf(definition);
		const starts = definition.services.map((started) => ({
			started,
			applies: started.when === undefined ? undefined : compileCondition(started.when, form.names),
		}));
		return { id: definition.id, definition, form, starts };
	});
	ready.set(definitions, made);
	return made;
}

export function lifeEventById(house: House, id: string): LifeEvent | undefined {
	return lifeEvents(house).find((event) => event.id === id);
}

/** A service that somebody in a life event may need, and why. */
export type Needed = { readonly service: Service; readonly started: Started };

/** The services that these answers call for, in the order in which they are best done. */
export function neededIn(house: House, { starts }: LifeEvent, answers: Answers): Needed[] {
	return starts.flatMap(({ started, applies }) => {
		const service = publicService(house, started.service);
		return service && (applies === undefined || applies(answers)) ? [{ service, started }] : [];
	});
}
