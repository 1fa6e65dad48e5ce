import { z } from "zod";
import { definePackPart } from "../../platform/module/index.ts";
import { variablesIn, widths, type Variable } from "./variables.ts";

/** The longest text: three parts of 153 characters. */
export const longestText = 459;

/** The characters a text can hold without shrinking to 67 a part (GSM 03.38, without those that count twice). */
const plainText = /^[A-Za-z0-9 \n@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà]*$/;

const isVariable = (name: string): name is Variable => Object.hasOwn(widths, name);

const withVariables = z
	.string()
	.trim()
	.min(1)
	.superRefine((text, check) => {
		for (const name of variablesIn(text)) {
			if (!isVariable(name)) check.addIssue(`there is no {${name}}; there are ${Object.keys(widths).join(", ")}`);
		}
	});

const textMessage = withVariables.superRefine((text, check) => {
	const names = variablesIn(text).filter(isVariable);
	for (const name of names.filter((name) => widths[name] === 0)) {
		check.addIssue(`{${name}} can be too long for a text`);
	}
	const words = text.replace(/\{[^{}]*\}/g, "");
	const longest = words.length + names.reduce((sum, name) => sum + widths[name], 0);
	if (longest > longestText) check.addIssue(`could take ${longest} characters; a text has ${longestText}`);
	if (!plainText.test(words)) check.addIssue("has a character that texts cannot hold, such as a dash or a curly quote");
});

/** What every message has, so that what says only these is never left out. */
const always = new Set(["hello", "reference", "service", "link"]);

/** Whether a part that is never left out says the variable. */
function surelySays(parts: readonly string[], name: string, present = always): boolean {
	return parts.map(variablesIn).some((names) => names.includes(name) && names.every((one) => present.has(one)));
}

function says(parts: readonly string[]): boolean {
	return surelySays(parts, "reference") && surelySays(parts, "link");
}

const surely = "must say {reference} and {link} where nothing else can leave them out";

const templateShape = z.strictObject({
	subject: withVariables.refine((text) => !text.includes("\n"), "must be one line"),
	/** Paragraphs, for email and letters; one that needs something there is none of is left out. */
	body: withVariables.refine((text) => says(text.split(/\n\s*\n/)), surely),
	/** For texts, a sentence a line; the same rule for each line. */
	text: textMessage.refine((text) => says(text.split("\n")), surely),
});

/** An email alone, about a form that was not sent and has no reference. */
const savedShape = z.strictObject({
	subject: templateShape.shape.subject,
	body: withVariables.refine(
		(text) => surelySays(text.split(/\n\s*\n/), "link", new Set(["hello", "link"])),
		"must say {link} where nothing else can leave it out",
	),
});
export type Template = z.infer<typeof savedShape> & Partial<z.infer<typeof templateShape>>;

const occasions = {
	"request-received": templateShape,
	"request-forwarded": templateShape,
	"request-planned": templateShape,
	"request-acted-on": templateShape,
	"request-closed": templateShape,
	"request-reopened": templateShape,
	"request-update": templateShape,
	"information-added-thanks": templateShape,
	"question-asked": templateShape,
	"question-reminder": templateShape,
	"question-answered": templateShape,
	"opinion-asked": templateShape,
	"risk-noticed": templateShape,
	"draft-saved": savedShape,
	"follower-welcome": templateShape,
	"follower-update": templateShape,
} as const;

/** Each occasion on which the council writes whatever the service. */
export type TemplateName = keyof typeof occasions;

export const messagesShape = z.strictObject({
	/** Who a text is from: 11 letters and digits. */
	"text-sender": z.string().regex(/^[A-Za-z0-9 ]{1,11}$/),
	/** Paragraphs at the foot of every email and letter. */
	foot: withVariables,
	/** One for each occasion, and those that services send by themselves. */
	templates: z.object(occasions).catchall(templateShape),
});
export type Messages = z.infer<typeof messagesShape>;

export const messagesPart = definePackPart("messages.yaml", messagesShape);
