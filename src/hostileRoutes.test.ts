/** Every route there is, asked in every wrong way: always a page that says what is wrong, never a fault of ours. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { routes } from "./house.ts";
import { services } from "./modules/services/index.ts";
import { councilPart } from "./platform/council/index.ts";
import type { Route } from "./platform/http/index.ts";
import { fieldsFor } from "./sites/public/journey/answering.ts";
import { mustHoldItsShape } from "./markup.testing.ts";
import { type Answered, type Caller, mustBeCalm, openProgram, type Program } from "./testing.ts";
import { mustBeWhole } from "./whole.testing.ts";

describe("every route, asked in every wrong way", () => {
	let program: Program;
	let known: Record<string, string>;
	let officer: Caller;
	let customer: Caller;
	before(async () => {
		program = await openProgram();
		officer = await program.officer();
		customer = program.visitor();
		known = await knownValues();
	});
	after(() => program.close());

	/** What really is there, so that only one thing of an address is wrong at a time. */
	async function knownValues(): Promise<Record<string, string>> {
		const service = services(program.house).find(({ definition }) => definition.nearby);
		const first = service?.form.pages[0]?.page;
		assert.ok(service && first);
		const { reference } = await program.request(service);
		const fields = first.questions.flatMap((question) =>
			fieldsFor(question, councilPart.of(program.house), service.form),
		);
		const begun = await customer.post(`/services/${service.id}/form`, fields);
		const draft = /\/form\/([0-9a-f-]{36})\//.exec(begun.headers.get("location") ?? "")?.[1] ?? "";
		assert.notEqual(draft, "", `a draft was begun: ${begun.status}`);
		const id = crypto.randomUUID();
		return { service: service.id, draft, page: first.id, reference, format: "json", id, photo: id, file: id };
	}

	const wrongParts = [
		"%00",
		"%0d%0aSet-Cookie:%20breakout=1",
		"..%2f..%2fetc%2fpasswd",
		"%2e%2e",
		"%ff%fe",
		"%",
		"%c0%af",
		"%ed%a0%80",
		"__proto__",
		"constructor",
		"toString",
		"'%20or%201=1--",
		"%22%3E%3Cbreakout%3E",
		"{{7*7}}",
		"NaN",
		"-1",
		"0",
		"9".repeat(60),
		"x".repeat(299),
		"x".repeat(301),
		"%F0%9F%99%82",
		"%E2%80%AEabc",
		crypto.randomUUID(),
		"null",
		"a.b;c=d",
		"%20",
	];

	const names =
		"q state team officer stage service ward due urgent after before done status channel refused change latitude longitude next to key signed service_request_id service_code start_date end_date page page_size lat long jurisdiction_id extensions reference email".split(
			" ",
		);
	const wrongValues = [
		"",
		"%00",
		"%ff",
		"%",
		"NaN",
		"-1",
		"1e999",
		"99999999999999999999",
		"'%22%3Cbreakout%3E",
		"2026-13-45T99:99:99Z",
		"0000-00-00",
		"%E2%80%AE%F0%9F%99%82",
		"x".repeat(100),
		"*)(%26",
		"__proto__",
		"%20%20",
	];
	const all = (value: string) => names.map((name) => `${name}=${value}`).join("&");
	const wrongQueries = [
		...wrongValues.map(all),
		...["[]=a", "[a]=b", "=a&{}=b", "[a][b][c][d][e][f]=1", "[__proto__][x]=1"].map((rest) =>
			names.map((name) => `${name}${rest.replaceAll("{}", name)}`).join("&"),
		),
		"__proto__[x]=1&constructor[prototype][x]=1&hasOwnProperty=1&toString=1",
		"a=1&".repeat(600),
		`q=${"x".repeat(3_500)}`,
		`q=${"x".repeat(5_000)}`,
		"?&&==&=&%3D",
		"q=%25%25%25",
		`q=${encodeURIComponent("& | ! ( ) : * <-> 'a' \\")}`,
	];

	function addressOf(path: string, wrong: { name: string; value: string } | undefined): string {
		return path.replaceAll(/:(\w+)/g, (_, name: string) => (wrong?.name === name ? wrong.value : (known[name] ?? "x")));
	}

	/** The address as it should be, and with each of its parts wrong in each way. */
	function addressesOf(path: string): string[] {
		const parts = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
		const wrong = parts.flatMap((name) => wrongParts.map((value) => addressOf(path, { name, value })));
		return [addressOf(path, undefined), ...wrong];
	}

	async function inTurn(asks: readonly (() => Promise<unknown>)[]): Promise<void> {
		const queue = [...asks];
		const work = async () => {
			for (let next = queue.shift(); next; next = queue.shift()) await next();
		};
		await Promise.all(Array.from({ length: 6 }, work));
	}

	function mustBeAnswered(answered: Answered, asked: string): void {
		mustBeCalm(answered, asked);
		assert.equal(
			answered.headers.getSetCookie().find((line) => line.includes("breakout")),
			undefined,
			asked,
		);
		const isPage = answered.headers.get("content-type")?.startsWith("text/html");
		if (isPage && answered.text.includes("breakout")) mustHoldItsShape(answered.text, asked);
		else if (answered.headers.get("content-type")?.startsWith("application/json")) JSON.parse(answered.text);
	}

	/**
	 * Anyone asks everywhere, and officers at the desk. Its routes are many and read what is asked by the same code, so that each is
	 * asked in every third way, its neighbours in the others; before its door, which shows all the same sign-in, in every eighth.
	 */
	const askers = () => [
		{ caller: customer, share: ({ site }: Route) => (site === "desk" ? 8 : 1) },
		{ caller: officer, share: ({ site }: Route) => (site === "desk" ? 3 : 0) },
	];

	/** One of so many, others at each route; none for a share of nothing. */
	function some<T>(list: readonly T[], share: number, at: number): T[] {
		return share === 0 ? [] : list.filter((_, place) => (place + at) % share === 0);
	}

	const gets = routes.filter(({ method }) => method === "GET");
	const posts = routes.filter(({ method }) => method === "POST");

	it("every address that is wrong in a part or asks in a wrong way is answered with a page, to anyone and to officers", async () => {
		assert.ok(gets.length > 20);
		const faults = program.lines.length;
		const addresses = (path: string) => [
			...addressesOf(path),
			...wrongQueries.map((query) => `${addressOf(path, undefined)}?${query}`),
		];
		const asks = askers().flatMap(({ caller, share }) =>
			gets.flatMap((route, at) =>
				some(addresses(route.path), share(route), at).map(
					(address) => async () => mustBeAnswered(await caller.ask(address), `GET ${address.slice(0, 200)}`),
				),
			),
		);
		await inTurn(asks);
		assert.deepEqual(program.lines.slice(faults), []);
	});

	it("an address that nobody has, and a method that nobody takes, are said to be so", async () => {
		const faults = program.lines.length;
		for (const address of ["/x", "/%ff", "/desk/x", "/open311/x", "/assets/x", "/assets/..%2f..%2fpackage.json"]) {
			const answered = await officer.ask(address);
			mustBeAnswered(answered, address);
			assert.ok(answered.status >= 400 && answered.status < 500, `${address}: ${answered.status}`);
		}
		for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PROPFIND", "TRACE-X"]) {
			for (const { path } of [...gets, ...posts]) {
				const response = await fetch(program.url + addressOf(path, undefined), { method, redirect: "manual" }).catch(
					() => undefined,
				);
				if (response) assert.ok(response.status < 500, `${method} ${path}: ${response.status}`);
				await response?.body?.cancel();
			}
		}
		assert.deepEqual(program.lines.slice(faults), []);
	});

	type Body = { name: string; type: string | undefined; body: (token: string) => string | Uint8Array<ArrayBuffer> };
	const form = "application/x-www-form-urlencoded";
	const names500 = Array.from({ length: 10_000 }, (_, at) => `f${at}=x`).join("&");
	const fields =
		"revision to message note reason outcome officer team email phone password code next text answer photos reference service_code lat long api_key update_id status description".split(
			" ",
		);
	const each = (write: (name: string) => string) => fields.map(write).join("&");

	const bodies: readonly Body[] = [
		{ name: "nothing", type: form, body: (token) => `_csrf=${token}` },
		{ name: "nothing at all", type: undefined, body: () => "" },
		{ name: "no token", type: form, body: () => "a=b" },
		{ name: "a token that is not one", type: form, body: () => "_csrf[x]=1&_csrf=2" },
		{
			name: "everything twice",
			type: form,
			body: (token) => `_csrf=${token}&${each((name) => `${name}=a&${name}=b`)}`,
		},
		{ name: "everything a list", type: form, body: (token) => `_csrf=${token}&${each((name) => `${name}[]=a`)}` },
		{ name: "everything nested", type: form, body: (token) => `_csrf=${token}&${each((name) => `${name}[a][b]=c`)}` },
		{
			name: "too deep",
			type: form,
			body: (token) => `_csrf=${token}&${each((name) => `${name}[a][b][c][d][e][f]=c`)}`,
		},
		{
			name: "prototypes",
			type: form,
			body: (token) =>
				`_csrf=${token}&__proto__[x]=1&constructor[prototype][x]=1&toString=1&${each((name) => `${name}[__proto__][x]=1`)}`,
		},
		{ name: "NUL", type: form, body: (token) => `_csrf=${token}&${each((name) => `${name}=a%00b`)}` },
		{
			name: "bytes that are no text",
			type: form,
			body: (token) => Buffer.concat([Buffer.from(`_csrf=${token}&note=`), Buffer.from([0xff, 0xfe, 0xc0, 0xaf])]),
		},
		{ name: "percent signs", type: form, body: (token) => `_csrf=${token}&${each((name) => `${name}=%ff%&`)}` },
		{ name: "lone surrogates", type: form, body: (token) => `_csrf=${token}&${each((name) => `${name}=%ed%a0%80`)}` },
		{
			name: "numbers",
			type: form,
			body: (token) => `_csrf=${token}&${each((name) => `${name}=99999999999999999999`)}`,
		},
		{ name: "fractions", type: form, body: (token) => `_csrf=${token}&${each((name) => `${name}=-1.5e300`)}` },
		{ name: "900 kB", type: form, body: (token) => `_csrf=${token}&note=${"x".repeat(900_000)}&message=y&reason=z` },
		{ name: "1 MB and more", type: form, body: (token) => `_csrf=${token}&note=${"x".repeat(1_100_000)}` },
		{ name: "ten thousand fields", type: form, body: (token) => `_csrf=${token}&${names500}` },
		{
			name: "another charset",
			type: `${form}; charset=utf-16le`,
			body: (token) => Buffer.from(`_csrf=${token}&note=x`, "utf16le"),
		},
		{
			name: "latin letters",
			type: `${form}; charset=iso-8859-1`,
			body: (token) => Buffer.from(`_csrf=${token}&note=\u00e9`, "latin1"),
		},
		{ name: "JSON", type: "application/json", body: (token) => JSON.stringify({ _csrf: token, note: { a: [null] } }) },
		{ name: "broken JSON", type: "application/json", body: () => '{"a":' },
		{
			name: "JSON with prototypes",
			type: "application/json",
			body: () => '{"__proto__":{"x":1},"constructor":{"prototype":{}}}',
		},
		{ name: "JSON that is deep", type: "application/json", body: () => "[".repeat(50_000) },
		{ name: "JSON of one number", type: "application/json", body: () => "1" },
		{ name: "JSON of nothing", type: "application/json", body: () => "null" },
		{ name: "XML", type: "text/xml", body: () => '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
		{ name: "plain text", type: "text/plain", body: () => "note=x" },
		{ name: "a type that is none", type: ";;/=", body: () => "x" },
		{ name: "a multipart without a boundary", type: "multipart/form-data", body: () => "x" },
		{
			name: "a multipart that breaks off",
			type: "multipart/form-data; boundary=b",
			body: (token) => `--b\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--b\r\nContent-Disp`,
		},
		{
			name: "a multipart with odd names",
			type: "multipart/form-data; boundary=b",
			body: (token) =>
				`--b\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--b\r\nContent-Disposition: form-data; name="__proto__[x]"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name="photos"; filename="../../\u0000<breakout>.jpg"\r\nContent-Type: image/jpeg\r\n\r\nnot a picture\r\n--b\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--b--\r\n`,
		},
	];

	it("every form answers what is malformed, missing, repeated, nested, too much or in the wrong letters", async () => {
		assert.ok(posts.length > 8);
		const faults = program.lines.length;
		const asks = askers().flatMap(({ caller, share }) =>
			posts.flatMap((door, at) =>
				some(bodies, share(door), at).map(({ name, type, body }) => async () => {
					const headers: Record<string, string> = type === undefined ? {} : { "content-type": type };
					const init = { method: "POST", body: body(await caller.token()), headers };
					const asked = `POST ${door.path} with ${name}`;
					const answered = await caller.ask(addressOf(door.path, undefined), init);
					mustBeAnswered(answered, asked);
					if (answered.status >= 400) mustSayWhatIsWrong(door, answered, asked);
				}),
			),
		);
		await inTurn(asks);
		assert.deepEqual(program.lines.slice(faults), []);
		await mustBeWhole(program.house.db);
	});

	/** A page says it to people, with a heading; an interface says it to programs, in its own format. */
	function mustSayWhatIsWrong({ site }: Route, { text, headers }: Answered, asked: string): void {
		if (site === "api") assert.match(headers.get("content-type") ?? "", /json|xml/, asked);
		else assert.match(text, /<h1[^>]*>[^<]{3,}|There is a problem/, asked);
	}

	it("every address of a form that is wrong in a part is answered with a page", async () => {
		const faults = program.lines.length;
		const asks = askers().flatMap(({ caller, share }) =>
			posts.flatMap((door, at) =>
				some(addressesOf(door.path).slice(1), share(door), at).map((address) => async () => {
					const body = new URLSearchParams({ _csrf: await caller.token(), note: "x" });
					mustBeAnswered(await caller.ask(address, { method: "POST", body }), `POST ${address.slice(0, 200)}`);
				}),
			),
		);
		await inTurn(asks);
		assert.deepEqual(program.lines.slice(faults), []);
	});

	const lies: readonly Record<string, string>[] = [
		{ "x-forwarded-for": "'; drop table requests.request; --, ::1, x", "x-forwarded-host": "breakout.example" },
		{ "x-forwarded-proto": "javascript", forwarded: "for=breakout;host=breakout.example" },
		{ "x-request-id": "<breakout>" },
		{ "x-request-id": "x".repeat(2_000) },
		{ "user-agent": `<breakout>${"x".repeat(4_000)}`, referer: "javascript:breakout()" },
		{ "accept-encoding": "breakout;q=x, *;q=0, br;q=2", accept: "*/*;q=x", "accept-language": "<breakout>" },
		{ range: "bytes=9-1,-,x", "if-none-match": '"<breakout>"', "if-modified-since": "yesterday" },
		{ authorization: "Basic !!!", "sec-fetch-site": "breakout", origin: "null" },
		{ "content-encoding": "gzip", expect: "breakout" },
	];

	it("headers that lie are not believed, and are never shown", async () => {
		const faults = program.lines.length;
		const asks = lies.flatMap((headers) =>
			[...gets, ...posts].map(({ method, path }) => async () => {
				const body = method === "POST" ? { body: new URLSearchParams({ _csrf: await officer.token() }) } : {};
				const asked = `${method} ${path} with ${JSON.stringify(headers).slice(0, 100)}`;
				const init = { method, ...body, headers };
				const answered = await officer.ask(addressOf(path, undefined), init).catch((error: unknown) => {
					// The client itself will not send some of them.
					assert.match(String(error), /fetch failed|invalid/i, asked);
					return undefined;
				});
				if (answered === undefined) return;
				mustBeAnswered(answered, asked);
				assert.doesNotMatch(answered.text, /breakout\.example|javascript:breakout/, asked);
				assert.doesNotMatch(answered.headers.get("location") ?? "", /breakout/, asked);
			}),
		);
		await inTurn(asks);
		assert.deepEqual(program.lines.slice(faults), []);
	});

	it("cookies that are not ours are nobody's", async () => {
		const faults = program.lines.length;
		for (const value of ["", "x", "%ff%", "\u00e9", '"', "a=b", "x".repeat(4_000), "__proto__", "'--", "../.."]) {
			const cookie = `officer=${value}; browser=${value}; csrf=${value}; sign-in=${value}; __proto__=${value}`;
			for (const { path } of [...gets, ...posts]) {
				const method = gets.some((door) => door.path === path) ? "GET" : "POST";
				const response = await fetch(program.url + addressOf(path, undefined), {
					method,
					redirect: "manual",
					headers: { cookie: Buffer.from(cookie).toString("latin1") },
				});
				assert.ok(response.status < 500, `${method} ${path} with the cookie ${value.slice(0, 50)}: ${response.status}`);
				await response.body?.cancel();
			}
		}
		assert.deepEqual(program.lines.slice(faults), []);
	});
});
