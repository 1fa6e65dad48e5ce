/** What customers attach. */
import type { Page } from "playwright-core";
import sharp from "sharp";
import type { Question } from "../src/modules/forms/index.ts";

type Paper = { name: string; mimeType: string; buffer: Buffer };
type AsksFiles = Extract<Question, { kind: "files" | "photos" }>;

const photo: Promise<Paper> = sharp({ create: { width: 60, height: 45, channels: 3, background: "#587850" } })
	.jpeg()
	.toBuffer()
	.then((buffer) => ({ name: "photo.jpg", mimeType: "image/jpeg", buffer }));

const letter: Paper = { name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("To whom it may concern\n") };

const pdf: Paper = {
	name: "letter.pdf",
	mimeType: "application/pdf",
	buffer: Buffer.from(
		"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
	),
};

/** Chooses a file that the question takes. */
export async function attach(page: Page, question: AsksFiles): Promise<void> {
	const box = page.locator(`main input[type="file"][name="${question.id}"]`);
	if (await box.count()) await box.setInputFiles(await paperFor(question));
}

async function paperFor(question: AsksFiles): Promise<Paper> {
	if (question.kind === "photos" || question.accept.includes("photo")) return photo;
	return question.accept.includes("pdf") ? pdf : letter;
}
