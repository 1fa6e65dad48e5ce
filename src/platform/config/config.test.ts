import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { readConfig, settings } from "./config.ts";

test("a council that sets nothing gets the embedded database on port 3000", () => {
	const config = readConfig({ PORT: "" });
	assert.equal(config.PORT, 3000);
	assert.equal(config.DATABASE_URL, undefined);
});

test("a wrong setting is named in a full sentence", () => {
	assert.throws(() => readConfig({ PORT: "ninety" }), /The setting PORT is wrong: .+\./);
	assert.throws(() => readConfig({ DATABASE_URL: "mysql://x" }), /DATABASE_URL is wrong: must begin with postgres/);
});

test("settings that need each other are asked for together", () => {
	assert.throws(() => readConfig({ EMAIL_CARRIER: "smtp" }), /SMTP_URL is missing: EMAIL_CARRIER is smtp/);
	assert.throws(() => readConfig({ OPENID_ISSUER: "https://id.example" }), /OPENID_CLIENT_ID is missing/);
});

test("the README names every setting, with its words and what it is when left out", () => {
	const readme = readFileSync(resolve(import.meta.dirname, "../../../README.md"), "utf8");
	const missing = Object.entries(settings.shape)
		.map(([name, setting]) => {
			const otherwise = setting.safeParse(undefined);
			const left =
				otherwise.success && otherwise.data !== undefined && otherwise.data !== "" ? ` (${otherwise.data})` : "";
			return `| \`${name}\` | ${setting.description}${left} |`;
		})
		.filter((line) => !readme.includes(line));
	assert.deepEqual(missing, []);
});
