import { throttleKey, throttleRules } from "../../../platform/auth/index.ts";
import { audit } from "../../../platform/audit/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";

export type Person = { id: string; name: string; email: string };

/** The same work, now that it is known who does it. */
export function asThemselves(ctx: Context, { id, name, email }: Person): Context {
	return { ...ctx, actor: { kind: "officer", id, name, email, teams: [], roles: [], permissions: new Set() } };
}

/** Writes down that someone was not let in. Until they have proved it, nobody is the officer whose account they tried. */
export async function noteFailure(db: Handle, ctx: Context, subject: Subject, because: string): Promise<void> {
	await audit(db, ctx, { action: "officer.sign-in-failed", subject, after: { because } });
}

type Subject = { kind: "officer" | "account"; id: string };

/** The officer, or for an address that is nobody's a name that does not tell it: people type passwords into the wrong box. */
export function accountTried(ctx: Context, email: string, officer: { id: string } | undefined): Subject {
	if (officer) return { kind: "officer", id: officer.id };
	const id = throttleKey(ctx.house, throttleRules.account, email).toString("hex").slice(0, 16);
	return { kind: "account", id };
}
