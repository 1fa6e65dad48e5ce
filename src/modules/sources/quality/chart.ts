/** How good a source was over time, as a picture; the table beside it says the same. */
import { type Html, html } from "../../../platform/html/html.ts";
import { daysBetween, shortDate } from "../../../platform/time/index.ts";
import { measures, type Measure, partOf } from "./measures.ts";
import type { Quality } from "./queries.ts";

const [width, height] = [760, 260];
const [left, right, top, bottom] = [44, 170, 12, 28];

/** `counts` the latest first, at least two of them. */
export function qualityChart(counts: readonly Quality[]): Html {
	const days = counts.toReversed();
	const first = days[0]?.day ?? "";
	const last = days.at(-1)?.day ?? "";
	const span = Math.max(1, daysBetween(first, last));
	const most = niceTop(Math.max(...days.flatMap((one) => measures.map((measure) => partOf(measure, one)))));
	const x = (day: string) => left + ((width - left - right) * daysBetween(first, day)) / span;
	const y = (part: number) => height - bottom - ((height - top - bottom) * part) / most;
	return html`<svg class="fd-chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="quality-chart">
<title id="quality-chart">Part of the records with something wrong, from ${shortDate(first)} to ${shortDate(last)}. The table has the figures.</title>
${[0, most / 2, most].map(
	(part) =>
		html`<line x1="${left}" x2="${width - right}" y1="${y(part)}" y2="${y(part)}" stroke="#cecece"/><text x="${left - 6}" y="${y(part) + 4}" text-anchor="end">${percent(part)}</text>`,
)}
<text x="${left}" y="${height - 8}">${shortDate(first)}</text><text x="${width - right}" y="${height - 8}" text-anchor="end">${shortDate(last)}</text>
${apart(days.at(-1), y).map(
	({ measure, at }) =>
		html`<polyline fill="none" stroke="${measure.colour}" stroke-width="2.5" stroke-dasharray="${measure.dashes}" points="${days.map((one) => `${x(one.day).toFixed(1)},${y(partOf(measure, one)).toFixed(1)}`).join(" ")}"/><text x="${width - right + 8}" y="${at}" fill="${measure.colour}">${measure.name}</text>`,
)}
</svg>`;
}

const line = 16;

/** Where each line's name stands: beside its end, and none over another. */
function apart(latest: Quality | undefined, y: (part: number) => number): { measure: Measure; at: number }[] {
	const wanted = measures
		.map((measure) => ({ measure, at: latest ? y(partOf(measure, latest)) + 4 : 0 }))
		.toSorted((a, b) => b.at - a.at);
	let below = height - bottom + 4 + line;
	return wanted.map(({ measure, at }) => {
		below = Math.min(at, below - line);
		return { measure, at: below };
	});
}

/** The next of 1 %, 2 %, 5 %, 10 % … 100 %. */
function niceTop(part: number): number {
	return [0.01, 0.02, 0.05, 0.1, 0.2, 0.5].find((one) => one >= part) ?? 1;
}

function percent(part: number): string {
	return `${Number((part * 100).toFixed(1))} %`;
}
