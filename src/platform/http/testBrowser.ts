import { CookieJar, tokenOn } from "./testing.ts";

/** One browser with its cookies. It follows nothing by itself. */
export function newBrowser(url: string) {
	const jar = new CookieJar();
	const ask = async (path: string, init: RequestInit = {}) => {
		const headers = { ...init.headers, cookie: jar.header, "user-agent": "Firefox" };
		const answer = jar.keep(await fetch(new URL(path, url), { ...init, redirect: "manual", headers }));
		return { status: answer.status, to: answer.headers.get("location"), text: await answer.text(), answer };
	};
	/** Fills in the form of the page at `from` and sends it to `to`. */
	const send = async (from: string, fields: Record<string, string> | URLSearchParams, to = from) => {
		const body = new URLSearchParams(fields);
		body.set("_csrf", tokenOn((await ask(from)).text));
		return ask(to, { method: "POST", body });
	};
	return { jar, ask, send };
}

export type TestBrowser = ReturnType<typeof newBrowser>;
