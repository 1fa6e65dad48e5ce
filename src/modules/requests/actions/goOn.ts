/** How a request goes on when no officer moves it: as far as an officer could, and no further. */
import { audit } from "../../../platform/audit/index.ts";
import { type Context, systemActor } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { type Stage, stageOf } from "../../services/index.ts";
import { undoneBefore } from "../tasks/rules.ts";
import type { Held } from "./hold.ts";
import { enter } from "./move.ts";
import { type Said, save } from "./save.ts";
import { subjectOf, type Worked } from "./work.ts";

/** Why it may not come to a stage now, as words for the timeline; undefined when it may. */
export function heldUpBy({ service, stage: from, tasks }: Held, to: Stage): string | undefined {
	const [first] = undoneBefore(service, tasks, to);
	if (first) return `The task “${first.name}” has to be done first`;
	const leaves = stageOf(service, from);
	// A stage that names where it leads, leads nowhere else; from where it may close, the outcomes say.
	if (to.public === "closed" || (leaves?.to?.includes(to.id) ?? true)) return undefined;
	return `From “${leaves?.name ?? from}” it may not go to “${to.name}”`;
}

/** Comes to the stage, or stays where it is for an officer to look at; undefined then. */
export async function goOn(tx: Handle, ctx: Context, held: Held, to: Stage, said: Said): Promise<Worked | undefined> {
	const why = heldUpBy(held, to);
	if (why === undefined) return enter(tx, ctx, held, to, said);
	await standStill(tx, ctx, held, `It should have gone on to “${to.name}”. ${why}.`);
	return undefined;
}

/** Says that it does not go on by itself, and marks it for an officer. `about` is for the ledger. */
export async function standStill(
	tx: Handle,
	ctx: Context,
	held: Held,
	note: string,
	about: object = {},
): Promise<void> {
	const alone: Context = { ...ctx, actor: systemActor("The system") };
	await save(tx, alone, held, { kind: "stopped", note, news: true });
	await audit(tx, alone, {
		action: "request.stood-still",
		subject: subjectOf(held),
		after: { because: note, ...about },
	});
}
