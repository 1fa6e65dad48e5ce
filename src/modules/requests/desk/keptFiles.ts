/** Files on a form of the desk that asks for other things too: taken in as they come, and held in the form's own boxes until it is saved. */
import { validate as isId } from "uuid";
import { z } from "zod";
import { mac, sameBytes } from "../../../platform/auth/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { filesById, isPicture } from "../../../platform/files/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { deskRoute } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { type Answers, type FileAnswer, filesOf, type FilesSoFar, type Form, type Problem } from "../../forms/index.ts";
import { isSeenBy } from "../queries/request.ts";
import { asksFiles, type Sent, takeFiles } from "../sheet/files.ts";
import { heldFile } from "../sheet/page.ts";
import { named } from "./asks.ts";

const box = (question: string) => `kept-${question}`;

/** Of this officer, on this request, for this question: nobody puts another's file under a form. */
function tokenFor({ house, actor }: OfficerContext, reference: string, question: string, fileId: string): string {
	return `${fileId}.${mac(house, "file on a desk form", actor.id, reference, question, fileId).toString("base64url")}`;
}

function fileIn(ctx: OfficerContext, reference: string, question: string, token: string): string | undefined {
	const [fileId = ""] = token.split(".");
	const right = Buffer.from(tokenFor(ctx, reference, question, fileId));
	return isId(fileId) && sameBytes(Buffer.from(token), right) ? fileId : undefined;
}

type Posted = Readonly<Record<string, unknown>>;

/** What was added to the form before, less what is taken away now. */
export async function keptIn(
	ctx: OfficerContext,
	reference: string,
	form: Form,
	posted: Posted,
	removed = "",
): Promise<Answers> {
	const asked = [...form.questions.values()].filter(asksFiles).map(({ id }) => ({
		id,
		files: [posted[box(id)] ?? []]
			.flat()
			.flatMap((token) => (typeof token === "string" ? (fileIn(ctx, reference, id, token) ?? []) : []))
			.filter((fileId) => fileId !== removed),
	}));
	const files = await filesById(
		ctx.house.db,
		asked.flatMap((one) => one.files),
	);
	const names = new Map(files.map(({ id, name }) => [id, name]));
	return Object.fromEntries(
		asked.flatMap(({ id, files: ids }) => {
			const held = [...new Set(ids)].flatMap((fileId): FileAnswer[] => {
				const name = names.get(fileId);
				return name === undefined ? [] : [{ fileId, name }];
			});
			return held.length === 0 ? [] : [[id, held]];
		}),
	);
}

export type Kept = { held: Answers; problems: Problem[] };

/** The same with what came now; what could not be taken in is said at its question. */
export async function takeKept(
	ctx: OfficerContext,
	form: Form,
	held: Answers,
	{ files, address }: Sent,
): Promise<Kept> {
	const questions = [...form.questions.values()];
	const ours = questions.flatMap(({ id }) =>
		files.filter(({ field }) => field === named(id)).map((file) => ({ ...file, field: id, open: () => file.open() })),
	);
	return takeFiles(ctx, { questions }, held, { files: ours, address });
}

/** The boxes that hold them, and what the file questions show of them. */
export function keptProps(ctx: OfficerContext, at: { reference: string; path: string }, form: Form, held: Answers) {
	const { reference, path } = at;
	const asked = [...form.questions.values()].filter(asksFiles);
	const soFar = asked.map(({ id }): [string, FilesSoFar] => [
		id,
		{
			add: `${path}?stay=yes`,
			files: filesOf(held[id]).map(({ fileId, name }) => ({
				name,
				thumbnail: isPicture(name)
					? `/desk/requests/${reference}/form-files/${id}/${tokenFor(ctx, reference, id, fileId)}`
					: undefined,
				removal: `${path}?remove=${fileId}`,
			})),
		},
	]);
	const boxes: Html = html`${asked.flatMap(({ id }) =>
		filesOf(held[id]).map(
			({ fileId }) => html`<input type="hidden" name="${box(id)}" value="${tokenFor(ctx, reference, id, fileId)}">`,
		),
	)}`;
	return { soFar: Object.fromEntries(soFar), boxes };
}

/** A small picture of what was added, for the form that holds it. */
export const formFileRoute = deskRoute({
	method: "GET",
	path: "/desk/requests/:reference/form-files/:question/:token",
	may: "requests.work",
	params: z.object({ reference: z.string().max(60), question: z.string().max(60), token: z.string().max(120) }),
	async handle(ctx, { params: { reference, question, token } }) {
		const fileId = fileIn(ctx, reference, question, token);
		if (fileId === undefined || !(await isSeenBy(ctx.house.db, ctx.actor, reference))) throw new NotFound();
		return heldFile(ctx, { [question]: [{ fileId, name: "" }] }, fileId);
	},
});
