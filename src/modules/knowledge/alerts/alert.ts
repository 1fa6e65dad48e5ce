export const severities = ["notice", "warning", "emergency"] as const;
export type Severity = (typeof severities)[number];

/** A banner on the public website. `place` is `everywhere`, `home`, `topic:` and an id, or `service:` and an id. */
export type Alert = {
	id: string;
	severity: Severity;
	words: string;
	link: string | undefined;
	place: string;
	from: Date;
	until: Date;
};

/** What shape a place has. */
export const placePattern = /^(everywhere|home|(topic|service):[a-z][a-z0-9-]*)$/;

/** The alerts that hold at an instant in one of these places, the gravest first. */
export function alertsIn(alerts: readonly Alert[], places: ReadonlySet<string>, now: Date): Alert[] {
	return alerts
		.filter(({ from, until, place }) => from <= now && now < until && places.has(place))
		.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
}
