import { didYouMean, type Fault, type Path, within } from "../../../platform/module/index.ts";
import type { Clock, Definition } from "../definition.ts";
import { unitOf } from "../due.ts";

/** What in the clocks of a definition contradicts itself or its stages. */
export function clockFaults({ promise, stages }: Definition): Fault[] {
	const ids = stages.map((stage) => stage.id);
	return promise.flatMap((clock, at) => {
		const faults = [...stageFaults(clock, ids), ...lengthFaults(clock), ...extensionFaults(clock)];
		if (promise.some((other) => other.id === clock.id && other.starts !== clock.starts)) {
			faults.push(
				fault(clock, ["starts"], "starts at one stage here and at another there: give one of them another id."),
			);
		}
		return within(["promise", at], faults);
	});
}

function fault({ id }: Clock, path: Path, sentence: string): Fault {
	return { path, sentence: `The clock "${id}" ${sentence}` };
}

function stageFaults(clock: Clock, ids: readonly string[]): Fault[] {
	const named: [string, Path][] = [
		[clock.starts, ["starts"]],
		...clock.stops.map((id, at): [string, Path] => [id, ["stops", at]]),
		...clock.pauses.map((one, at): [string, Path] => [one.in, ["pauses", at, "in"]]),
		...clock.restarts.map((one, at): [string, Path] => [one.after, ["restarts", at, "after"]]),
	];
	return [
		...named
			.filter(([id]) => !ids.includes(id))
			.map(([id, path]) =>
				fault(clock, path, `names the stage "${id}", which it does not have.${didYouMean(id, ids)}`),
			),
		...clock.pauses.flatMap((one, at) =>
			one.in === clock.starts || clock.stops.includes(one.in)
				? [fault(clock, ["pauses", at, "in"], `pauses in "${one.in}", where it starts or stops.`)]
				: [],
		),
	];
}

function lengthFaults(clock: Clock): Fault[] {
	const wrong = clock["counts-until"] !== undefined && units(clock).has("hours");
	return wrong ? [fault(clock, ["counts-until"], "counts hours, so it cannot count until an hour of the day.")] : [];
}

function extensionFaults(clock: Clock): Fault[] {
	return clock.extends.flatMap((one, at) => {
		const faults = ["{reason}", "{due}"]
			.filter((part) => !one.tells.includes(part))
			.map((part) =>
				fault(clock, ["extends", at, "tells"], `must tell the customer ${part} when "${one.id}" extends it.`),
			);
		if ([...units(clock)].some((unit) => unit !== unitOf(one.by)))
			faults.push(fault(clock, ["extends", at, "by"], `is not counted in what "${one.id}" extends it by.`));
		if (clock.extends.findIndex((other) => other.id === one.id) < at)
			faults.push(fault(clock, ["extends", at, "id"], `has two extensions called "${one.id}".`));
		return faults;
	});
}

function units({ within: length }: Clock): Set<string> {
	return new Set((Array.isArray(length) ? length.map((rule) => rule.is) : [length]).map(unitOf));
}
