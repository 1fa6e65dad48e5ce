import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { newToken, tokenHash } from "../../../platform/auth/index.ts";
import { configSlot } from "../../../platform/config/index.ts";
import type { House, OfficerContext } from "../../../platform/context/index.ts";
import { record } from "../../../platform/events/index.ts";
import { cleanText, readEmail } from "../../../platform/formats/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import { sendMessage } from "../../messages/index.ts";
import { dueAfter } from "../../services/index.ts";
import { save } from "../actions/save.ts";
import { aboutRequest, type Seen, subjectOf, work, type Worked } from "../actions/work.ts";
import { byWhen } from "../rules/promise.ts";
import { written } from "../rules/written.ts";
import { opinionAskedFor } from "./events.ts";

export type Asked = { opinion: string; name: string; email: string; words: string };

/**
 * An officer asks somebody outside for an opinion that the service defines. Their link goes to them by this message alone: of its
 * token only the hash is kept, so the message is written here and by no listener.
 */
export async function askOpinion(ctx: OfficerContext, seen: Seen, { opinion, name, email, words }: Asked) {
	const said = written(words, "words");
	if (isRefusal(said)) return said;
	const called = cleanText(name, { max: 100, lines: false });
	const address = readEmail(email);
	return work(ctx, seen, async (tx, held) => {
		if (held.closedAt !== null) return refuse("not-open");
		const asked = held.service.opinions.get(opinion)?.opinion;
		if (!asked) return refuse("opinion-needed");
		if (isRefusal(called) || called === "") return refuse("name-needed");
		if (address === undefined) return refuse("email-needed");
		const id = newId();
		const token = newToken();
		const until = dueAfter(ctx.now, asked.within);
		const note = `${called}, ${asked.name}. The link works until ${byWhen(until)}.${said === "" ? "" : `\n${said}`}`;
		const entryId = await save(tx, ctx, held, { kind: "opinion-asked", note });
		await sql`insert into requests.opinion (id, request_id, entry_id, kind, name, email, words, asked_by, asked_at, until,
				token_hash)
			values (${id}, ${held.id}, ${entryId}, ${asked.id}, ${called}, ${address}, ${said}, ${ctx.actor.id}, ${ctx.now},
				${until}, ${tokenHash(token)})`.execute(tx);
		await sendMessage(tx, ctx, {
			template: "opinion-asked",
			variables: {
				reference: held.reference,
				service: held.service.definition.name,
				words: [asked.say, said].filter(Boolean).join("\n\n"),
				until: byWhen(until),
				link: linkOf(ctx.house, token),
			},
			to: { name: called, email: address },
			about: { kind: "request", id: held.id, name: held.reference },
			confidential: held.service.definition.confidential,
			occasion: `opinion:${id}`,
		});
		await record(
			tx,
			ctx,
			{ action: "request.opinion-asked", subject: subjectOf(held), after: { opinion: id, kind: asked.id, until } },
			{ event: opinionAskedFor, subject: held.id, data: { ...aboutRequest(held, entryId), opinionId: id } },
		);
		const worked: Worked = { reference: held.reference, entryId };
		return worked;
	});
}

function linkOf(house: House, token: string): string {
	const { PUBLIC_URL, PORT } = configSlot.of(house);
	return new URL(`/opinions/${token}`, PUBLIC_URL ?? `http://localhost:${PORT}`).href;
}
