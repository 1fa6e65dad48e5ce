import { join } from "node:path";
import { z } from "zod";
import { defineSlot } from "../context/slot.ts";

const flag = z
	.enum(["0", "1", "true", "false", "yes", "no"])
	.transform((word) => word === "1" || word === "true" || word === "yes");

/** Every setting there is; README's table is written from these descriptions. Settings come from the environment. */
export const settings = z.object({
	COUNCIL: z
		.string()
		.regex(/^[a-z][a-z0-9-]*$/)
		.default("middlesbrough")
		.describe("the pack in packs/ to run"),
	PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe("where the web server listens"),
	HOST: z.string().default("127.0.0.1").describe("the address the web server listens on"),
	PUBLIC_URL: z.url().optional().describe("how people reach it; https makes cookies secure"),
	DATABASE_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
		.optional()
		.describe("a PostgreSQL server; without it the embedded one is used"),
	FRONTDOOR_DATA: z
		.string()
		.optional()
		.describe("where the embedded database and uploads live; a folder of the council's own in var when left out"),
	FRONTDOOR_SECRET: z
		.string()
		.min(32, "must be at least 32 characters")
		.optional()
		.describe("seals one-time code secrets and links; made and kept in the data folder when left out"),
	FRONTDOOR_DEMO: flag.optional().describe("load the demonstration data; on by default with the embedded database"),
	PROCESS: z.enum(["all", "web", "worker"]).default("all").describe("what this process does"),
	TRUST_PROXY: flag.default(false).describe("believe X-Forwarded-For from a proxy in front"),
	RATE_LIMIT: z.coerce.number().int().min(1).default(600).describe("pages an address may ask for in a minute"),
	LOG_LEVEL: z
		.enum(["silent", "error", "warn", "info", "debug"])
		.default("info")
		.describe("how much is logged; warn on a terminal"),
	EMAIL_CARRIER: z.enum(["demo", "smtp"]).default("demo").describe("what carries email"),
	SMTP_URL: z
		.string()
		.regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")
		.optional()
		.describe("the mail server, with user and password if it asks for them"),
	EMAIL_FROM: z.string().optional().describe("the sender's address; the pack's when left out"),
	TILE_URL: z.string().optional().describe("map tiles, for example https://tiles.example/{z}/{x}/{y}.png"),
	TILE_ATTRIBUTION: z.string().default("").describe("what the map must say of its tiles"),
	FILE_STORE: z.enum(["disk", "s3"]).default("disk").describe("where uploads are kept"),
	S3_BUCKET: z.string().optional().describe("the bucket for uploads"),
	S3_REGION: z.string().default("eu-west-2").describe("the bucket's region"),
	S3_ENDPOINT: z.url().optional().describe("another server that speaks S3"),
	S3_ACCESS_KEY_ID: z.string().optional().describe("the key for the bucket"),
	S3_SECRET_ACCESS_KEY: z.string().optional().describe("the secret for the bucket"),
	SCANNER: z.enum(["demo", "clamav"]).default("demo").describe("what scans uploads for viruses"),
	CLAMAV_URL: z
		.string()
		.regex(/^tcp:\/\//, "must begin with tcp://")
		.optional()
		.describe("the ClamAV server, for example tcp://127.0.0.1:3310"),
	ADDRESSES: z
		.enum(["demo", "os-places", "none"])
		.default("demo")
		.describe("the register of addresses; with none people type every address"),
	OS_PLACES_KEY: z.string().optional().describe("the key for Ordnance Survey's Places API"),
	OS_PLACES_URL: z.url().optional().describe("another server that speaks the Places API"),
	ASSETS: z
		.enum(["demo", "pack", "none"])
		.default("demo")
		.describe("the register of lamp posts and the like; pack reads the pack's assets folder"),
	ROUNDS: z.enum(["demo", "none"]).default("demo").describe("who knows what the bin crews did"),
	INCIDENTS: z.enum(["demo", "none"]).default("demo").describe("who knows what is broken or closed already"),
	OPENID_ISSUER: z.url().optional().describe("the provider officers sign in with"),
	OPENID_CLIENT_ID: z.string().optional().describe("our name there"),
	OPENID_CLIENT_SECRET: z.string().optional().describe("our secret there"),
	OPENID_NAME: z.string().default("your council account").describe("what the sign-in button calls it"),
});

export type Config = Omit<z.infer<typeof settings>, "FRONTDOOR_DATA"> & { FRONTDOOR_DATA: string };

export const configSlot = defineSlot<Config>("config");

/** Thrown with one full sentence for each wrong setting; the process stops on it. */
export class WrongSettings extends Error {}

const together: { when: (c: Config) => boolean; needs: (keyof Config)[]; says: string }[] = [
	{ when: (c) => c.EMAIL_CARRIER === "smtp", needs: ["SMTP_URL"], says: "EMAIL_CARRIER is smtp" },
	{ when: (c) => c.FILE_STORE === "s3", needs: ["S3_BUCKET"], says: "FILE_STORE is s3" },
	{ when: (c) => c.SCANNER === "clamav", needs: ["CLAMAV_URL"], says: "SCANNER is clamav" },
	{ when: (c) => c.ADDRESSES === "os-places", needs: ["OS_PLACES_KEY"], says: "ADDRESSES is os-places" },
	{
		when: (c) => c.OPENID_ISSUER !== undefined,
		needs: ["OPENID_CLIENT_ID", "OPENID_CLIENT_SECRET", "PUBLIC_URL"],
		says: "OPENID_ISSUER is set",
	},
	{
		when: (c) => c.DATABASE_URL !== undefined,
		needs: ["FRONTDOOR_SECRET"],
		says: "DATABASE_URL is set, and processes must share one secret",
	},
];

/** Reads the settings. An empty variable is the same as none. Throws `WrongSettings`. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
	const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
	const read = settings.safeParse(given);
	if (!read.success) {
		throw new WrongSettings(
			read.error.issues.map((issue) => `The setting ${issue.path.join(".")} is wrong: ${issue.message}.`).join("\n"),
		);
	}
	const config = { ...read.data, FRONTDOOR_DATA: read.data.FRONTDOOR_DATA ?? join("var", read.data.COUNCIL) };
	const missing = together.flatMap(({ when, needs, says }) =>
		when(config)
			? needs.filter((name) => config[name] === undefined).map((name) => `The setting ${name} is missing: ${says}.`)
			: [],
	);
	if (missing.length > 0) throw new WrongSettings(missing.join("\n"));
	return config;
}
