import type { Context, House } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { pages } from "../../knowledge/index.ts";
import { topicsPart } from "../pack.ts";
import { publicServices } from "../audience.ts";
import { type Document, pageDocument, serviceDocument } from "./documents.ts";
import { fillIndex } from "./fill.ts";
import { synonymsPart } from "./pack.ts";
import { loadIndex } from "./search.ts";

/** Makes everything that the public can find findable; quick when nothing has changed. */
export async function openSearch(ctx: Context): Promise<void> {
	await ctx.house.db.transaction().execute((tx) => refill(tx, ctx));
	await loadIndex(ctx);
}

/** Fills the index with the pack and with what officers have told since. */
export async function refill(tx: Tx, { house, now }: Context): Promise<void> {
	const told = await tx
		.selectFrom("services.search_meaning")
		.select(["words", "service_id"])
		.orderBy("words")
		.execute();
	const said = Map.groupBy(told, (one) => one.service_id);
	const documents = documentsOf(house, (id) => (said.get(id) ?? []).map(({ words }) => words));
	await fillIndex(tx, { documents, synonyms: synonymsPart.of(house).words }, now);
}

function documentsOf(house: House, told: (id: string) => readonly string[]): Document[] {
	const topics = new Map(topicsPart.of(house).map(({ id, name }) => [id, name]));
	const topicOf = ({ topic }: { topic: string }) => topics.get(topic) ?? "";
	const pack = synonymsPart.of(house).services;
	return [
		...publicServices(house).map(({ id, definition }) =>
			serviceDocument(definition, topicOf(definition), [...(pack[id] ?? []), ...told(id)]),
		),
		...pages(house).map((page) => pageDocument(page, topicOf(page))),
	];
}
