import { type Context, defineSlot } from "../../../platform/context/index.ts";
import { configSlot } from "../../../platform/config/index.ts";
import { lineLog } from "../../../platform/log/index.ts";
import type { Answers, AnswerValue, Check } from "../../forms/index.ts";
import { checksAfter } from "../../forms/index.ts";
import type { Service } from "../service.ts";

/** What a check found, and the words that are put into what the customer reads. */
export type Finding = { readonly finding: string; readonly words: Readonly<Record<string, string>> };

/** Asks whether something is already known or allowed. `given` are the answers it needs, by what it calls them. Never throws. */
export type AskCheck = (
	ctx: Context,
	service: Service,
	given: Readonly<Record<string, AnswerValue>>,
) => Promise<Finding | undefined>;

/** The checks that definitions may name, and the words each has to put into what is said; a module or a connector fills each. */
export const knownChecks = {
	// Not whether the crew fetches a home's bins: anybody may ask of any home, and that says who there cannot carry.
	"bin-rounds": {
		needs: ["property", "bin"],
		finds: ["not-finished", "not-out", "contaminated", "not-your-day"],
		words: [],
	},
	/** `what` is a sentence, `until` a day such as "Wednesday 1 April 2026". */
	"known-incidents": { needs: ["place"], finds: ["known"], words: ["what", "until"] },
	/** `when` is "on" and a day; `stage` what the public stage is called. */
	"open-request": { needs: ["place", "asset", "property"], finds: ["open"], words: ["when", "stage"] },
	"same-customer": { needs: ["email", "phone", "name"], finds: ["same"], words: ["when"] },
} as const satisfies Record<string, Record<"needs" | "finds" | "words", readonly string[]>>;

export type CheckName = keyof typeof knownChecks;

export const ports = defineSlot<Partial<Record<CheckName, AskCheck>>>("what is looked up before a request is made");

/** Advice of a check, ready to be read. */
export type CheckAdvice = { title: string; say: readonly string[]; continue: string | undefined };

/** A customer waits no longer than this, in milliseconds, for what another system knows. */
const patience = 2000;

/** What the customer is told once a page was answered; undefined when nothing was found, or nobody could say. */
export async function adviceOf(
	ctx: Context,
	service: Service,
	pageId: string,
	answers: Answers,
): Promise<CheckAdvice | undefined> {
	for (const check of checksAfter(service.form, pageId, answers)) {
		const finding = await asked(ctx, service, check, answers);
		const found = finding && check.found.find((one) => one.finding === finding.finding);
		if (!finding || !found) continue;
		const fill = (text: string) =>
			text.replaceAll(/\{([\w-]+)\}/g, (_, name: string) => finding.words[name] ?? "").replaceAll(/ {2,}/g, " ");
		return { title: fill(found.title), say: found.say.map(fill), continue: found.continue };
	}
	return undefined;
}

async function asked(ctx: Context, service: Service, check: Check, answers: Answers): Promise<Finding | undefined> {
	const port = isKnown(check.ask) && ports.filled(ctx.house) ? ports.of(ctx.house)[check.ask] : undefined;
	if (!port) return undefined;
	const given: Record<string, AnswerValue> = {};
	for (const [what, question] of Object.entries(check.with)) {
		const value = answers[question];
		if (value !== undefined) given[what] = value;
	}
	const waited = new AbortController();
	const late = new Promise<undefined>((resolve) => {
		const timer = setTimeout(resolve, patience, undefined);
		waited.signal.addEventListener("abort", () => clearTimeout(timer));
	});
	try {
		return await Promise.race([port(ctx, service, given), late]);
	} catch (error) {
		// Whoever keeps the rounds or the incidents may be away: then nobody is kept from asking.
		const why = error instanceof Error ? error.name : "unknown";
		lineLog(configSlot.of(ctx.house).LOG_LEVEL)("warn", {
			msg: "a check before a request failed",
			check: check.ask,
			why,
		});
		return undefined;
	} finally {
		waited.abort();
	}
}

function isKnown(name: string): name is CheckName {
	return Object.hasOwn(knownChecks, name);
}
