import { type FileKind, photos } from "../../../platform/files/index.ts";
import { type AnswerValue, filesOf } from "../answer.ts";
import type { Accept } from "../question/files.ts";
import { accept, missing, type QuestionOf, type Reading, reject } from "./reading.ts";

export type FilesQuestion = QuestionOf<"photos" | "files">;

/** Files are stored as they come, so what counts is what is held, never what the page sends. */
export function readFiles(question: FilesQuestion, held: AnswerValue | undefined): Reading {
	const files = filesOf(held);
	if (files.length === 0) return missing(question, []);
	if (files.length > question.most) return reject(question, [], tooMany(question));
	return accept([], files);
}

export function tooMany({ kind, most }: FilesQuestion): string {
	return `You can add up to ${most} ${kind === "photos" ? "photo" : "file"}${most === 1 ? "" : "s"}`;
}

const byAccept: Record<Accept, readonly FileKind[]> = {
	photo: photos,
	pdf: ["pdf"],
	document: ["docx", "xlsx", "odt", "text"],
};

/** What a file may be, by its bytes. */
export function kindsFor(question: FilesQuestion): readonly FileKind[] {
	return question.kind === "photos" ? photos : question.accept.flatMap((one) => byAccept[one]);
}
