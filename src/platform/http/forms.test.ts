import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestServer } from "./testing.ts";
import { form, formOpened, openTrial, submit, type Trial } from "./trial.ts";

let trial: Trial;
let server: TestServer;

before(async () => {
	trial = await openTrial();
	server = trial.server;
});
after(() => trial.close());

test("a form is accepted only with the token of the page it came from", async () => {
	const accepted = await submit(server, { name: "Zoë" });
	assert.equal(accepted.status, 200);
	assert.equal((await accepted.json()).name, "Zoë");

	const without = await server.ask("/form", form({ name: "Zoë" }));
	assert.equal(without.status, 403);
	const words = await without.text();
	assert.match(words, /Nothing was saved/);
	assert.match(words, /Go back in your browser/);

	const { token } = await formOpened(server);
	const another = await formOpened(server);
	const init = form({ _csrf: token });
	const mixed = await server.ask("/form", { ...init, headers: { ...init.headers, cookie: another.cookie } });
	assert.equal(mixed.status, 403);
	for (const hostile of ["_csrf[a]=b", "_csrf=a&_csrf=b", "_csrf=%00"]) {
		const refused = form(hostile);
		const response = await server.ask("/form", { ...refused, headers: { ...refused.headers, cookie: another.cookie } });
		assert.equal(response.status, 403, hostile);
	}
});

test("a form that another site sends is refused even with a good token", async () => {
	assert.equal((await submit(server, { name: "x" }, { "sec-fetch-site": "cross-site" })).status, 403);
	assert.equal((await submit(server, { name: "x" }, { "sec-fetch-site": "same-origin" })).status, 200);
});

test("other systems post without a token, as forms and as JSON", async () => {
	assert.deepEqual(await (await server.ask("/api/callback", form({ a: "1" }))).json(), { a: "1" });
	const sent = { method: "POST", headers: { "content-type": "application/json" }, body: '{"a":["x\\u0000y"]}' };
	assert.deepEqual(await (await server.ask("/api/callback", sent)).json(), { a: ["xy"] });
	const broken = await server.ask("/api/callback", { ...sent, body: '{"a":' });
	assert.equal(broken.status, 400);
	assert.equal((await broken.json()).status, 400);
	assert.equal((await server.ask("/api/callback", { ...sent, body: '{"__proto__":{"x":1}}' })).status, 400);
});

test("a JSON body that is nested without end is refused, and costs nothing more", async () => {
	const nested = `{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
	const sent = { method: "POST", headers: { "content-type": "application/json" }, body: nested };
	const answer = await server.ask("/api/callback", sent);
	assert.equal(answer.status, 400);
	assert.match(await answer.text(), /nested too deep/);
});

test("typed text loses control characters and keeps its lines", async () => {
	const response = await submit(server, "text=" + encodeURIComponent("one\r\ntwo\u0000\u0007\u2028three\tfour"));
	assert.equal((await response.json()).text, "one\ntwo\nthree\tfour");
});

test("fields named twice come as a list and bracketed ones as records", async () => {
	const fields = await (await submit(server, "a=1&a=2&b[c]=3&b[d][]=4&__proto__[x]=5&constructor=6")).json();
	assert.deepEqual([fields.a, fields.b], [["1", "2"], { c: "3", d: ["4"] }]);
	assert.equal(Object.hasOwn(fields, "__proto__"), false);
});

test("hostile bodies get a clear page and never a stack trace", async () => {
	const many = Array.from({ length: 600 }, (_, index) => `f${index}=1`).join("&");
	const deep = `a${"[b]".repeat(50)}=1`;
	const cases: [string, number][] = [
		["a=%E0%A4%A", 400],
		["a=%ff%fe", 400],
		["a=%zz", 400],
		[many, 413],
		[deep, 413],
		[`a=${"x".repeat(1_100_000)}`, 413],
	];
	for (const [text, status] of cases) {
		const response = await submit(server, text);
		const shown = await response.text();
		assert.equal(response.status, status, text.slice(0, 20));
		assert.doesNotMatch(shown, /at .*\.ts|node_modules|Error:/);
		assert.match(shown, /<h1>/);
	}
	const { cookie } = await formOpened(server);
	for (const type of [
		"text/plain",
		"application/json",
		"application/xml",
		"multipart/form-data; boundary=x",
		"nonsense",
	]) {
		const response = await server.ask("/form", {
			method: "POST",
			headers: { "content-type": type, cookie },
			body: "{}",
		});
		assert.equal(response.status, 415, type);
	}
});

test("input of another shape than the route takes is a 400 that says what was wrong to other systems", async () => {
	const { token, cookie } = await formOpened(server);
	const init = form({ _csrf: token, other: "x" });
	assert.equal((await server.ask("/strict", { ...init, headers: { ...init.headers, cookie } })).status, 400);
	assert.equal((await server.ask("/search?a=%zz")).status, 400);
	assert.equal((await server.ask("/services/%E0%A4%A")).status, 400);
	assert.equal((await server.ask("/services/a%00b")).status, 404);
	assert.equal((await server.ask(`/services/${"x".repeat(400)}`)).status, 414);
	assert.equal((await server.ask(`/search?a=${"x".repeat(5_000)}`)).status, 414);
});
