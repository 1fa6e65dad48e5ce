import helmet from "@fastify/helmet";
import fastify from "fastify";
import type { Config } from "../config/index.ts";

/**
 * The headers that keep pages safe, decided once: they are the same on every answer, and the plugin would check and
 * write the whole policy anew for each request.
 */
export async function securityHeaders(config: Config): Promise<readonly (readonly [string, string])[]> {
	const https = isHttps(config);
	const probe = fastify();
	const sources = contentSources(config);
	await probe.register(helmet, {
		contentSecurityPolicy: {
			useDefaults: false,
			directives: https ? { ...sources, "upgrade-insecure-requests": [] } : sources,
		},
		strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
		// Links in messages carry tokens: they must not travel to other sites as the referrer.
		referrerPolicy: { policy: "same-origin" },
		// Meaningless, and noisy in the browser's console, without https.
		originAgentCluster: https,
		crossOriginOpenerPolicy: https,
	});
	probe.get("/", () => "");
	await probe.ready();
	const { headers } = await probe.inject("/");
	await probe.close();
	const notOurs = new Set(["content-type", "content-length", "date", "connection"]);
	return Object.entries(headers).flatMap(([name, value]) =>
		notOurs.has(name) || value === undefined ? [] : [[name, String(value)] as const],
	);
}

export function isHttps(config: Config): boolean {
	return config.PUBLIC_URL?.startsWith("https:") ?? false;
}

function contentSources(config: Config) {
	const tiles = originOf(config.TILE_URL);
	const issuer = originOf(config.OPENID_ISSUER);
	return {
		"default-src": ["'self'"],
		"script-src": ["'self'"],
		"style-src": ["'self'"],
		"font-src": ["'self'"],
		"img-src": ["'self'", "data:", "blob:", ...(tiles ? [tiles] : [])],
		"connect-src": ["'self'"],
		"object-src": ["'none'"],
		"base-uri": ["'none'"],
		// Browsers check each redirect that follows a form, too.
		"form-action": ["'self'", ...(issuer ? [issuer] : [])],
		"frame-ancestors": ["'none'"],
	};
}

/** `https://{s}.tiles.example/{z}/{x}/{y}.png` as `https://*.tiles.example`. */
function originOf(url: string | undefined): string | undefined {
	const found = url === undefined ? undefined : /^(https?:\/\/)([^/]+)/.exec(url);
	return found ? `${found[1]}${found[2]?.replace(/^\{[a-z]\}/, "*")}` : undefined;
}
