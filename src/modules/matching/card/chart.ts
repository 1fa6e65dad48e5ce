/** A model's weights as a picture: to the right what speaks for one person, to the left what speaks for two. */
import { escapeXml } from "./xml.ts";
import type { Card } from "./card.ts";

const width = 760;
const line = 20;
const labels = 290;
/** Bits at the edge of the picture; what is beyond is drawn to the edge, and its figure says how much it is. */
const edge = 22;
const zero = labels + (width - labels) * 0.4;

function across(bits: number): number {
	const scale = bits < 0 ? (zero - labels - 44) / edge : (width - zero - 44) / edge;
	return zero + Math.max(-edge, Math.min(edge, bits)) * scale;
}

/** An SVG that stands alone. The table beside it is the card's own data. */
export function chartOf(card: Card): string {
	const rows: string[] = [];
	let y = 56;
	for (const { says, levels } of card.comparisons) {
		rows.push(`<text x="8" y="${y + 14}" font-weight="bold">${escapeXml(says)}</text>`);
		y += line + 2;
		for (const level of levels) {
			rows.push(bar(level.says, level.weight, y));
			y += line;
		}
		y += 8;
	}
	const title = `How much each agreement says: ${card.says}`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 8}" role="img" aria-labelledby="t" font-family="Arial, sans-serif" font-size="13">
<title id="t">${escapeXml(title)}</title>
<rect width="${width}" height="${y + 8}" fill="#fff"/>
<text x="8" y="22" font-size="16" font-weight="bold">${escapeXml(title)}</text>
<text x="8" y="42" fill="#484949">Bits: each doubles the odds. Before anything is compared they are ${card.prior.toFixed(1)}.</text>
${rows.join("\n")}
<line x1="${zero}" y1="52" x2="${zero}" y2="${y}" stroke="#0b0c0c"/>
</svg>
`;
}

function bar(says: string, weight: number, y: number): string {
	const [from, to] = [Math.min(zero, across(weight)), Math.max(zero, across(weight))];
	const [colour, anchor, at] = weight < 0 ? ["#d4351c", "end", from - 4] : ["#1d70b8", "start", to + 4];
	return `<text x="24" y="${y + 14}">${escapeXml(says)}</text><rect x="${from.toFixed(1)}" y="${y + 3}" width="${(to - from).toFixed(1)}" height="${line - 6}" fill="${colour}"/><text x="${at.toFixed(1)}" y="${y + 14}" text-anchor="${anchor}">${weight.toFixed(1)}</text>`;
}
