import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Row } from "../engine/records.ts";
import { columnsOf } from "./columns.ts";
import { decoded } from "./decode.ts";
import { rowsOf } from "./rows.ts";
import { FaultyFile, openTable } from "./table.ts";
import { truthOf } from "./truth.ts";

const folder = mkdtempSync(join(tmpdir(), "frontdoor-table-"));
let files = 0;

function file(content: string | Buffer): string {
	const path = join(folder, `${++files}.csv`);
	writeFileSync(path, content);
	return path;
}

async function read(content: string | Buffer, leaveOut = false): Promise<{ rows: Row[]; notes: string[] }> {
	const notes: string[] = [];
	const say = (sentence: string) => notes.push(sentence);
	const table = await openTable(file(content), say);
	const rows: Row[] = [];
	for await (const row of rowsOf(table, columnsOf(table, {}), { file: 0, leaveOut, say })) rows.push(row);
	return { rows, notes };
}

test("a file is read in whatever encoding and with whatever separator it came", async () => {
	const text = "id;First Name;Last Name;DOB\r\n1;Zoë;Müller;1/2/1980\r\n";
	const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
	for (const content of [text, `\ufeff${text}`, Buffer.from(text, "latin1"), utf16, text.replaceAll(";", "\t")]) {
		const { rows } = await read(content);
		assert.deepEqual([rows[0]?.id, rows[0]?.record.given, rows[0]?.record.surname], ["1", "zoe", "muller"]);
	}
});

test("a character that lies across two pieces of a file is whole", async () => {
	const bytes = Buffer.from("Zoë Łuk €");
	for (let at = 1; at < bytes.length; at++) {
		async function* pieces() {
			yield bytes.subarray(0, at);
			yield bytes.subarray(at);
		}
		let text = "";
		for await (const piece of decoded(pieces(), () => assert.fail())) text += piece;
		assert.equal(text, "Zoë Łuk €");
	}
});

test("lines whose columns have moved stop the file, and are named", async () => {
	const moved = "id,forename,surname\n1,Ann,Lee\n2,Bob,Smith,Leeds\n3,Cy\n";
	await assert.rejects(read(moved), (error) => {
		assert.ok(error instanceof FaultyFile);
		assert.match(error.message, /2 lines.*line 3 has 4 cells; line 4 has 2 cells/);
		return true;
	});
	const { rows, notes } = await read(moved, true);
	assert.deepEqual(
		rows.map(({ id }) => id),
		["1"],
	);
	assert.match(notes.join("\n"), /2 faulty lines left out/);
});

test("empty cells at the end of a line move nothing", async () => {
	const { rows } = await read("id,forename,surname\n1,Ann,Lee,,\n");
	assert.equal(rows.length, 1);
});

test("an id that stands twice is named with both of its lines", async () => {
	await assert.rejects(read("id,forename,surname\n7,Ann,Lee\n7,Bob,Ray\n"), /the id 7 stands on line 2 and on line 3/);
});

test("a file that is none, is empty or says nothing of people is told so in words", async () => {
	await assert.rejects(
		openTable(join(folder, "none.csv"), () => {}),
		/There is no file/,
	);
	await assert.rejects(read(""), /is empty/);
	await assert.rejects(read("Supplier,Amount\nX,1\n"), /no column is known to compare by.*Supplier, Amount/);
});

test("a column is what it is called, or what it is said to be", async () => {
	const table = await openTable(file("ref,Forename,Family Name,D.O.B.,Post Code,NAME2\n"), () => {});
	assert.deepEqual(columnsOf(table, {}), { id: 0, given: 1, surname: 2, born: 3, postcode: 4 });
	assert.equal(columnsOf(table, { surname: "name2" }).surname, 5);
	assert.equal(columnsOf(table, { born: "" }).born, -1);
	assert.throws(() => columnsOf(table, { surname: "nothing" }), /has no column “nothing”/);
	assert.throws(() => columnsOf(table, { shoe: "ref" }), /“shoe” is no field/);
});

test("truth is pairs, judged pairs, or groups", async () => {
	const note = () => {};
	const pairs = await truthOf(file("id_a,id_b\n1,2\n"), {}, note);
	assert.deepEqual([pairs.truths, pairs.same("2", "1"), pairs.same("1", "3")], [1, true, false]);
	const judged = await truthOf(file("id_a,id_b,match\n1,2,1\n1,3,0\n"), {}, note);
	assert.deepEqual([judged.truths, judged.same("3", "1"), judged.same("2", "3")], [1, false, undefined]);
	const groups = await truthOf(file("id,cluster\n1,A\n2,A\n3,A\n4,B\n"), {}, note);
	assert.deepEqual([groups.truths, groups.same("1", "3"), groups.same("1", "4")], [3, true, false]);
});

test("a quotation mark that never ends takes out its own line and no other", async () => {
	const rest = Array.from({ length: 300 }, (_, at) => `${at + 4},Ann${at},Lee\n`).join("");
	const { rows, notes } = await read(`id,forename,surname\n1,Ann,Lee\n2,"Bob,Ray\n3,Cy,Dee\n${rest}`, true);
	assert.equal(rows.length, 302);
	assert.ok(!rows.some(({ id }) => id === "2"));
	assert.match(notes.join("\n"), /1 faulty lines left out/);
	const twoMarks = await read(`id,forename,surname\n1,"Ann,Lee\n2,Bob,Ray\n3,Cy,"Dee\n4,Di,Fox\n`, true);
	assert.deepEqual(
		twoMarks.rows.map(({ id }) => id),
		["2", "4"],
	);
	await assert.rejects(
		read(`id,forename,surname\n1,Ann,Lee\n2,"Bob,Ray\n`),
		/line 3 opens a quotation mark that is never/,
	);
});

test("a cell of several lines is one cell, and its record is where it begins", async () => {
	const table = await openTable(file(`id,forename,note\r\n1,Ann,"two\r\nlines"\r\n2,Bob\r\n`), () => {});
	const lines = [];
	for await (const line of table.lines()) lines.push(line);
	assert.deepEqual(lines, [
		{ number: 2, cells: ["1", "Ann", "two\nlines"] },
		{ number: 4, cells: ["2", "Bob"] },
	]);
});

test("a return in the middle of a line moves no line's number", async () => {
	const table = await openTable(file('id,forename\n1,An\rn\n2,"Bo\rb"\n3,"Cy\n'), () => {});
	const lines = [];
	for await (const { number, cells } of table.lines()) lines.push([number, cells[1]]);
	assert.deepEqual(lines, [
		[2, "An n"],
		[3, "Bo b"],
		[4, '"Cy'],
	]);
});

test("UTF-16 without its mark is read, and what is no CSV at all is named", async () => {
	const { rows } = await read(Buffer.from("id,forename,surname\n1,Zoë,Lee\n", "utf16le"));
	assert.equal(rows[0]?.record.given, "zoe");
	await assert.rejects(read(Buffer.from("PK\x03\x04rest")), /is an Excel workbook or another packed file/);
	await assert.rejects(read("%PDF-1.7"), /is a PDF/);
});
