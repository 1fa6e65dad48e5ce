import assert from "node:assert/strict";
import { test } from "node:test";
import { WrongSettings } from "../config/index.ts";
import { cloneDatabase } from "../db/testing.ts";
import { claimDatabase } from "./ownership.ts";

test("a database is one council's for ever, however many processes start at once", async () => {
	await using database = await cloneDatabase();
	const { db } = database;
	await Promise.all([claimDatabase(db, "snowdon"), claimDatabase(db, "snowdon"), claimDatabase(db, "snowdon")]);
	await claimDatabase(db, "snowdon");
	await assert.rejects(
		claimDatabase(db, "tryfan"),
		(error) => error instanceof WrongSettings && /belongs to “snowdon”/.test(error.message),
	);
});
