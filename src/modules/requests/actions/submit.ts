import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { validate as isId, v7 as newId } from "uuid";
import type { Context } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { newReference } from "../../../platform/formats/index.ts";
import { customerFor, type SaidOfThemselves } from "../../customers/index.ts";
import { type Answers, sources } from "../../forms/index.ts";
import { firstStage, type RiskRule, risks as riskRules, type Service, summaryFor } from "../../services/index.ts";
import { requestReceived } from "../events.ts";
import { trackPath } from "../links.ts";
import { firstClocks } from "../rules/clocks.ts";
import { customerIn, descriptionOf, uploadsIn, whereOf } from "../rules/submission.ts";
import { destinationOf } from "../rules/destination.ts";
import { startsOf } from "../rules/starts.ts";
import { arrive } from "./arrive.ts";
import { attaching } from "./attach.ts";
import { tellOfRisks } from "./tellOfRisks.ts";

export type Channel = "web" | "desk" | "phone" | "open311" | "email" | "kiosk";

export type Submission = {
	service: Service;
	/** Checked against the service's form. */
	answers: Answers;
	/** Who said each; whoever sends it now when left out. */
	sources?: sources.Sources;
	/** Who asks; what the answers say of them when left out. */
	customer?: SaidOfThemselves;
	channel: Channel;
	/** Another system, and its own number for this: the same number again is the same request. */
	client?: { id: string; reference?: string };
	/** Uploaded files beside the photos among the answers. */
	files?: readonly string[];
	/** The words of the request, where they are not an answer. */
	description?: string;
};

/** `link` is the path of its track page; `again` when the sender had sent it before. */
export type Submitted = { id: string; reference: string; link: string; again: boolean };

/** Receives a request: to its team by the service's routing, its clocks started, and everyone who must hear of it told. */
export async function submitRequest(ctx: Context, submission: Submission): Promise<Submitted> {
	return ctx.house.db.transaction().execute((tx) => submitRequestIn(tx, ctx, submission));
}

/** The same inside a transaction that has more to do, such as ending the draft it came from. */
export async function submitRequestIn(tx: Handle, ctx: Context, submission: Submission): Promise<Submitted> {
	const { service, answers } = submission;
	await waitForTheSame(tx, submission);
	const said = submission.customer ?? customerIn(service, answers);
	const customerId = await customerFor(tx, ctx, said);
	const risks = riskRules.of(ctx.house, service, answers);
	const received = await insert(tx, ctx, submission, customerId, risks);
	if (received.again) return received;
	const { team, tier, urgent } = destinationOf(ctx.house, service, answers, ctx.now);
	await tellOfRisks(tx, ctx, received, service, risks);
	await arrive(tx, ctx, { ...received, service, answers, teamId: team, stage: firstStage(service), tasks: [] });
	await record(
		tx,
		ctx,
		{
			action: "request.received",
			subject: { kind: "request", id: received.id },
			after: { reference: received.reference, service: service.id, team, tier, channel: submission.channel },
		},
		{
			event: requestReceived,
			subject: received.id,
			data: {
				requestId: received.id,
				reference: received.reference,
				serviceId: service.id,
				entryId: received.entryId,
				teamId: team,
				channel: submission.channel,
				urgent: urgent || risks.length > 0,
			},
		},
	);
	return received;
}

/** Of two that are the same one and come at once, the second must find the customer and the request of the first. */
async function waitForTheSame(tx: Handle, { client }: Submission): Promise<void> {
	if (client?.reference === undefined) return;
	await sql`select pg_advisory_xact_lock(hashtextextended(${`${client.id} ${client.reference}`}, 1))`.execute(tx);
}

type Inserted = Submitted & { entryId: string };

/** References are drawn by lot: two in a hundred thousand million pairs meet, and another is drawn. */
const draws = 5;

async function insert(
	tx: Handle,
	ctx: Context,
	submission: Submission,
	customerId: string | null,
	risks: readonly RiskRule[],
): Promise<Inserted> {
	const { client } = submission;
	const row = { id: newId(), entryId: newId(), salt: randomBytes(16) };
	const prefix = councilPart.of(ctx.house).referencePrefix;
	for (let draw = 0; draw < draws; draw++) {
		const reference = newReference(prefix);
		if (await insertAs(tx, ctx, submission, customerId, { ...row, reference, risks })) {
			return { ...row, reference, link: trackPath(ctx.house, reference, row.salt), again: false };
		}
		const before = client?.reference === undefined ? undefined : await sentBefore(tx, client.id, client.reference);
		if (before) {
			const link = trackPath(ctx.house, before.reference, before.link_salt);
			return { id: before.id, entryId: "", reference: before.reference, link, again: true };
		}
	}
	throw new Error(`No free reference was found in ${draws} draws.`);
}

/** One statement for all it is made of. False when the reference, or the sender's own number, was there already. */
async function insertAs(
	tx: Handle,
	ctx: Context,
	submission: Submission,
	customerId: string | null,
	row: { id: string; entryId: string; salt: Buffer; reference: string; risks: readonly RiskRule[] },
): Promise<boolean> {
	const { service, answers, channel, client } = submission;
	const stage = firstStage(service);
	const { team, tier, urgent, because } = destinationOf(ctx.house, service, answers, ctx.now);
	const { warnAt, dueAt, started } = firstClocks(startsOf(service, stage.id, answers, ctx.now));
	const where = whereOf(service, answers);
	const files = [...new Set([...uploadsIn(service, answers), ...(submission.files ?? [])])].filter((id) => isId(id));
	const { rows } = await sql`with request as (
			insert into requests.request (id, reference, service_id, service_version, stage, public_stage, tier, team_id,
				customer_id, channel, client_id, client_reference, urgent, is_public, confidential, summary, description,
				answers, sources, latitude, longitude, address, postcode, uprn, asset, ward, received_at, changed_at, warn_at, due_at,
				risks, link_salt)
			values (${row.id}, ${row.reference}, ${service.id}, ${service.version}, ${stage.id}, ${stage.public}, ${tier},
				${team}, ${customerId}, ${channel}, ${client?.id ?? null}, ${client?.reference ?? null}, ${urgent || row.risks.length > 0},
				${service.definition.public}, ${service.definition.confidential}, ${summaryFor(service, answers)},
				${submission.description ?? descriptionOf(service, answers)}, ${JSON.stringify(answers)},
				${JSON.stringify(sourcesIn(ctx, submission))}, ${where.latitude},
				${where.longitude}, ${where.address}, ${where.postcode}, ${where.uprn}, ${where.asset}, ${where.ward}, ${ctx.now}, ${ctx.now},
				${warnAt}, ${dueAt}, ${row.risks.map((risk) => risk.id)}::text[], ${row.salt})
			on conflict do nothing returning id
		), entry as (
			insert into requests.entry (id, request_id, revision, at, kind, actor_kind, actor_id, actor_name, from_stage,
				to_stage, to_team, note, client_id)
			select ${row.entryId}::uuid, id, 1, ${ctx.now}::timestamptz, 'received', ${ctx.actor.kind}, ${ctx.actor.id},
				${ctx.actor.name}, ${stage.id}, ${stage.id}, ${team}, ${because}, ${client?.id ?? null}::uuid from request
		), clocks as (
			insert into requests.clock (request_id, clock, run, started_at, warn_at, due_at, words)
			select request.id, c.clock, 1, ${ctx.now}::timestamptz, c.warn, c.due, c.words
			from request, unnest(${started.map((one) => one.clock)}::text[], ${started.map((one) => one.warnAt)}::timestamptz[],
				${started.map((one) => one.dueAt)}::timestamptz[], ${started.map((one) => one.words)}::text[])
				as c (clock, warn, due, words)
		)${attaching(ctx, row.entryId, files)}
		select id from request`.execute(tx);
	return rows.length === 1;
}

function sourcesIn(ctx: Context, { answers, sources: known, channel }: Submission): sources.Sources {
	if (known) return sources.kept(answers, known);
	return sources.of(answers, sources.speaker(ctx, spoken[channel]));
}

/** What comes from the web, or from another system, says so by who sends it. */
const spoken: Partial<Record<Channel, sources.By>> = { phone: "phone", desk: "desk", email: "email", kiosk: "kiosk" };

async function sentBefore(tx: Handle, clientId: string, clientReference: string) {
	return tx
		.selectFrom("requests.request")
		.select(["id", "reference", "link_salt"])
		.where("client_id", "=", clientId)
		.where("client_reference", "=", clientReference)
		.executeTakeFirst();
}
