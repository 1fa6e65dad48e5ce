/** The whole house: which modules there are, which connectors fill their ports, what stands in which slot. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { assetFiles } from "./connectors/asset-files/index.ts";
import { clamavScanner } from "./connectors/clamav/index.ts";
import { demoAddresses } from "./connectors/demo/addresses.ts";
import { demoAssets } from "./connectors/demo/assets.ts";
import { demoIncidents } from "./connectors/demo/incidents.ts";
import { demoRounds } from "./connectors/demo/rounds.ts";
import { demoEmail } from "./connectors/demo/email.ts";
import { demoModule } from "./connectors/demo/module.ts";
import { demoLetter } from "./connectors/demo/letter.ts";
import { demoScanner } from "./connectors/demo/scanner.ts";
import { demoText } from "./connectors/demo/text.ts";
import { osPlaces } from "./connectors/os-places/index.ts";
import { s3Store } from "./connectors/s3/index.ts";
import { smtpCarrier } from "./connectors/smtp/index.ts";
import { customersModule, notedSince } from "./modules/customers/index.ts";
import { formsModule } from "./modules/forms/index.ts";
import { knowledgeModule } from "./modules/knowledge/index.ts";
import { emailPort, letterPort, messagesModule, messagesSince, textPort } from "./modules/messages/index.ts";
import { addressPort, assetPort, inArea, placesModule, type Point } from "./modules/places/index.ts";
import { countRequestsSlot, recordsModule, workInHandSlot, writtenSinceSlot } from "./modules/records/index.ts";
import {
	askOpenRequest,
	askSameCustomer,
	askWorkInHand,
	ofCustomers,
	requestsModule,
} from "./modules/requests/index.ts";
import { checks, servicesModule } from "./modules/services/index.ts";
import { linkedSlot, sourcesModule } from "./modules/sources/index.ts";
import { staffModule } from "./modules/staff/index.ts";
import { secretSlot } from "./platform/auth/index.ts";
import { type Config, configSlot } from "./platform/config/index.ts";
import { defineSlot, type House, systemContext } from "./platform/context/index.ts";
import { claimDatabase, councilPart } from "./platform/council/index.ts";
import { connect, type Db } from "./platform/db/connect.ts";
import { type Listener, listenersSlot } from "./platform/events/index.ts";
import { diskStore, intakeSlot, filesModule } from "./platform/files/index.ts";
import { assetsSlot, buildAssets } from "./platform/html/assets/index.ts";
import { themePart } from "./platform/html/theme/index.ts";
import { type Route, shellsSlot } from "./platform/http/index.ts";
import { jobsModule } from "./platform/jobs/index.ts";
import { auditModule } from "./platform/audit/index.ts";
import {
	BrokenPack,
	holdingsOf,
	holdingsSlot,
	type Module,
	type PlacedFault,
	tryPack,
} from "./platform/module/index.ts";
import { open311Module } from "./sites/api/open311/index.ts";
import { sourcesApi } from "./sites/api/sources/index.ts";
import { countLinked, deskShell, deskSite } from "./sites/desk/index.ts";
import { publicShell, publicSite } from "./sites/public/index.ts";

/** Every room, in the order of the floors. */
export const modules: readonly Module[] = [
	auditModule,
	jobsModule,
	filesModule,
	placesModule,
	staffModule,
	customersModule,
	sourcesModule,
	knowledgeModule,
	formsModule,
	messagesModule,
	recordsModule,
	servicesModule,
	requestsModule,
	demoModule,
	publicSite,
	deskSite,
	open311Module,
	sourcesApi,
];

export const routes: readonly Route[] = modules.flatMap((module) => module.routes);
export const listeners: readonly Listener[] = modules.flatMap((module) => module.hears);

const closingSlot = defineSlot<() => void>("what closes with the house");

/** Lets go of what the house holds open beside its database. */
export function closeHouse(house: House): void {
	if (closingSlot.filled(house)) closingSlot.of(house)();
}

/** Where the packs are, from wherever the program is started. */
export function packFolder(config: Config): string {
	return resolve(import.meta.dirname, "../packs", config.COUNCIL);
}

/** All that is wrong with a pack, and what could be plainer. Asks no database. */
export async function checkPack(pack: string): Promise<Checked> {
	// Nothing is connected before the first question, and reading a pack asks none.
	const { db, close } = connect("postgres://localhost/none");
	try {
		const { faults, advice } = await tryPack(pack, { db }, modules, townParts);
		return { faults, advice: advice() };
	} finally {
		await close();
	}
}

type Checked = Record<"faults" | "advice", readonly PlacedFault[]>;

/** A house with only the pack in it, for looking at what the database holds beside it. Publishes nothing. Throws `BrokenPack`. */
export async function openPack(config: Config, db: Db): Promise<House> {
	const house: House = { db };
	const { faults } = await tryPack(packFolder(config), house, modules, townParts);
	if (faults.length > 0) throw new BrokenPack(faults);
	return house;
}

/** What is read beside what the modules read. */
const townParts = [councilPart, themePart];

/**
 * Furnishes a house on a migrated database: reads the pack, builds or finds the assets, fills ports and slots, and lets each
 * module open. Throws `BrokenPack` or a sentence.
 */
export async function openHouse(
	config: Config,
	db: Db,
	onProgress: (sentence: string) => void = () => {},
	{ assets = join(resolve(config.FRONTDOOR_DATA), "assets"), pack = packFolder(config) } = {},
): Promise<House> {
	const house: House = { db };
	if (!existsSync(pack)) throw new Error(`The setting COUNCIL is wrong: there is no pack in ${pack}.`);
	await claimDatabase(db, config.COUNCIL);
	configSlot.put(house, config);
	secretSlot.put(house, secretOf(config));
	const { faults } = await tryPack(pack, house, modules, townParts);
	if (faults.length > 0) throw new BrokenPack(faults);
	assetsSlot.put(house, await buildAssets({ pack, out: assets, onProgress }));
	shellsSlot.put(house, { public: publicShell, account: publicShell, desk: deskShell });
	holdingsSlot.put(house, holdingsOf(modules));
	listenersSlot.put(
		house,
		Map.groupBy(listeners, (listener) => listener.event),
	);
	fillPorts(house, config);
	const ctx = systemContext(house, "Start-up");
	for (const module of modules) await module.opens?.(ctx);
	return house;
}

function fillPorts(house: House, config: Config): void {
	const data = resolve(config.FRONTDOOR_DATA);
	const store =
		config.FILE_STORE === "s3" && config.S3_BUCKET
			? s3Store({
					bucket: config.S3_BUCKET,
					region: config.S3_REGION,
					...(config.S3_ENDPOINT ? { endpoint: config.S3_ENDPOINT } : {}),
					...(config.S3_ACCESS_KEY_ID && config.S3_SECRET_ACCESS_KEY
						? { credentials: { accessKeyId: config.S3_ACCESS_KEY_ID, secretAccessKey: config.S3_SECRET_ACCESS_KEY } }
						: {}),
				})
			: diskStore(join(data, "files"));
	const scanner =
		config.SCANNER === "clamav" && config.CLAMAV_URL ? clamavScanner(serverOf(config.CLAMAV_URL)) : demoScanner;
	const spool = join(data, "spool");
	mkdirSync(spool, { recursive: true });
	intakeSlot.put(house, { store, scanner, spool });
	const smtp = config.EMAIL_CARRIER === "smtp" && config.SMTP_URL ? config.SMTP_URL : undefined;
	if (smtp) {
		const carrier = smtpCarrier({ url: smtp, from: config.EMAIL_FROM });
		emailPort.put(house, carrier);
		closingSlot.put(house, carrier.close);
	} else {
		emailPort.put(house, demoEmail(house.db));
	}
	linkedSlot.put(house, countLinked);
	textPort.put(house, demoText(house.db));
	letterPort.put(house, demoLetter(house.db));
	fillAddresses(house, config);
	checks.ports.put(house, {
		"open-request": askOpenRequest,
		"same-customer": askSameCustomer,
		...(config.ROUNDS === "demo" ? { "bin-rounds": demoRounds } : {}),
		...(config.INCIDENTS === "demo" ? { "known-incidents": demoIncidents } : {}),
	});
	workInHandSlot.put(house, askWorkInHand);
	countRequestsSlot.put(house, ofCustomers.countRequests);
	writtenSinceSlot.put(house, [
		ofCustomers.requestsSince,
		messagesSince,
		(db, customerIds, since) => notedSince(house, db, customerIds, since),
	]);
	if (config.ASSETS === "demo") assetPort.put(house, demoAssets(house));
	if (config.ASSETS === "pack") assetPort.put(house, assetFiles(join(packFolder(config), "assets")));
}

function fillAddresses(house: House, config: Config): void {
	const key = config.ADDRESSES === "os-places" ? config.OS_PLACES_KEY : undefined;
	if (config.ADDRESSES === "demo") addressPort.put(house, demoAddresses(house));
	if (key === undefined) return;
	const { custodian } = councilPart.of(house);
	const contains = (point: Point) => inArea(house, point);
	const url = config.OS_PLACES_URL;
	addressPort.put(house, osPlaces({ key, custodian, contains, ...(url ? { url } : {}) }));
}

function serverOf(url: string): { host: string; port: number } {
	const { hostname, port } = new URL(url);
	return { host: hostname, port: Number(port || 3310) };
}

/** The deployment's secret: the setting, or one made once and kept in the data folder, readable by its owner alone. */
function secretOf(config: Config): string {
	if (config.FRONTDOOR_SECRET) return config.FRONTDOOR_SECRET;
	const folder = resolve(config.FRONTDOOR_DATA);
	const file = join(folder, "secret");
	mkdirSync(folder, { recursive: true });
	if (!existsSync(file)) {
		// Two processes may start at once: the one that is later reads what the first wrote.
		try {
			writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
		} catch (error) {
			if (!existsSync(file)) throw error;
		}
	}
	return readFileSync(file, "utf8").trim();
}
