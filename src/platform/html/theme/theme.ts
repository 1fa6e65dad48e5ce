import { z } from "zod";
import { definePackPart } from "../../module/index.ts";
import { contrast } from "./contrast.ts";
import { pairs } from "./pairs.ts";

const colour = z.string().regex(/^#[0-9a-f]{6}$/, "a colour is written #rrggbb, in small letters");
const file = z.string().regex(/^[a-z0-9-]+\.svg$/, "must be the name of an SVG file beside theme.yaml");

/** Colours by what they are for. A council changes these and nothing else to look like itself. */
const coloursSchema = z.strictObject({
	brand: colour.describe("the header"),
	brandText: colour.describe("words on the header"),
	accent: colour.describe(
		"a little warmth: the line under the header, the edge of panels, the header's buttons; never words",
	),
	page: colour.describe("behind the words of a page"),
	surface: colour.describe("behind the footer, the navigation and quiet panels"),
	surfaceBorder: colour.describe("lines on a surface"),
	text: colour,
	secondaryText: colour,
	border: colour.describe("lines between things"),
	inputBorder: colour,
	link: colour,
	linkHover: colour,
	linkVisited: colour,
	button: colour,
	buttonHover: colour,
	buttonText: colour,
	focus: colour,
	focusText: colour,
	error: colour,
	success: colour,
});

export type Colours = z.infer<typeof coloursSchema>;

/** `theme/theme.yaml`. Colours that cannot be read against each other are refused, one sentence for each pair. */
export const themeSchema = z
	.strictObject({
		typeface: z.string().regex(/^[\w\s",-]+$/, "a typeface is a list of family names: nothing is fetched"),
		logo: file,
		favicon: file,
		colours: coloursSchema,
	})
	.superRefine((theme, check) => {
		for (const { front, back, least, what } of pairs) {
			const ratio = contrast(theme.colours[front], theme.colours[back]);
			if (ratio >= least) continue;
			check.addIssue({
				code: "custom",
				path: ["colours", front],
				message: `${what} cannot be read: ${front} on ${back} has a contrast of ${ratio.toFixed(2)} and needs ${least}.`,
			});
		}
	});

export type Theme = z.infer<typeof themeSchema>;

export const themePart = definePackPart("theme/theme.yaml", themeSchema);
