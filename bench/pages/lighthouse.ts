/** What Lighthouse says of public pages, as on a phone with a slow connection, which it simulates. */
import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import type { Kind } from "../../src/modules/forms/index.ts";
import { publicServices } from "../../src/modules/services/index.ts";
import type { House } from "../../src/platform/context/index.ts";

/** Scores are of 100; `weight` is all that came over the wire, in bytes. */
export type Score = {
	page: string;
	performance: number;
	accessibility: number;
	bestPractices: number;
	weight: number;
	/** What cost points, and by how it is called there. */
	complaints: string[];
};

/** Home, a start page, and pages that ask: by a tick, on a map, and from a long list. */
export function pagesToScore(house: House): Record<string, string> {
	const asking = (...kinds: readonly Kind[]) =>
		publicServices(house).find(({ form }) => kinds.includes(form.pages[0]?.page.questions[0]?.kind ?? "text"));
	const named = {
		"question page": asking("choice", "yes-no"),
		"map page": asking("place"),
		"select page": asking("select"),
	};
	const questions = Object.entries(named).flatMap(([name, service]) =>
		service ? [[name, `/services/${service.id}/form`] as const] : [],
	);
	const [first] = publicServices(house);
	return { home: "/", ...(first ? { "start page": `/services/${first.id}` } : {}), ...Object.fromEntries(questions) };
}

const categories = ["performance", "accessibility", "best-practices"] as const;

/** Looks at each page, by its name and address, in a browser of its own. */
export async function scoresOf(base: string, pages: Readonly<Record<string, string>>): Promise<Score[]> {
	const port = await freePort();
	const browser = await chromium.launch({
		executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-dev-shm-usage", `--remote-debugging-port=${port}`],
	});
	try {
		const scores: Score[] = [];
		for (const [page, path] of Object.entries(pages)) scores.push({ page, ...(await scoreOf(`${base}${path}`, port)) });
		return scores;
	} finally {
		await browser.close();
	}
}

async function scoreOf(url: string, port: number): Promise<Omit<Score, "page">> {
	const ran = await lighthouse(url, { port, logLevel: "error", onlyCategories: [...categories] });
	if (!ran) throw new Error(`Lighthouse said nothing of ${url}.`);
	const { categories: found, audits, runtimeError } = ran.lhr;
	if (runtimeError) throw new Error(`Lighthouse failed on ${url}: ${runtimeError.message}`);
	const score = (name: string) => Math.round(100 * (found[name]?.score ?? 0));
	const counted = Object.values(found).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
	return {
		performance: score("performance"),
		accessibility: score("accessibility"),
		bestPractices: score("best-practices"),
		weight: audits["total-byte-weight"]?.numericValue ?? 0,
		complaints: counted.flatMap(({ id }) => {
			const audit = audits[id];
			return audit && audit.score !== null && audit.score < 0.9
				? [`${id}: ${audit.title} ${audit.displayValue ?? ""}`]
				: [];
		}),
	};
}

function freePort(): Promise<number> {
	const server = createServer();
	return new Promise((found, failed) => {
		server.once("error", failed);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => found(address !== null && typeof address === "object" ? address.port : 0));
		});
	});
}
