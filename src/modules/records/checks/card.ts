import type { OfficerContext } from "../../../platform/context/index.ts";
import { type Html, nothing } from "../../../platform/html/html.ts";
import type { Tree } from "../links/link.ts";
import type { LookUp } from "../lookUps/lookUp.ts";
import { mostTries, triesOf } from "./check.ts";
import { checkFields } from "./fields.ts";
import { type CheckProps, checkView } from "./views.ts";

/** The form in which an officer checks what a customer says, with what was answered so far; nothing where nothing may be checked. */
export async function checkCard(
	ctx: OfficerContext,
	tree: Tree,
	lookUp: LookUp,
	csrf: string,
	wrong?: CheckProps["wrong"],
): Promise<Html> {
	const { db } = ctx.house;
	const fields = checkFields(ctx.house, tree, lookUp);
	if (fields.length === 0) return nothing;
	const tries = await triesOf(db, ctx, tree);
	const asked = await db
		.selectFrom("records.asked")
		.select(["field", "answer"])
		.where("look_up_id", "=", lookUp.id)
		.orderBy("at")
		.orderBy("id")
		.execute();
	const nameOf = (id: string) => fields.find((field) => field.id === id)?.name ?? id;
	return checkView({
		reference: tree.head.reference,
		fields: fields.map(({ id, name }) => ({ id, name })),
		answers: asked.map(({ field, answer }) => ({ name: nameOf(field), answer })),
		left: Math.max(0, mostTries - tries),
		csrf,
		wrong,
	});
}
