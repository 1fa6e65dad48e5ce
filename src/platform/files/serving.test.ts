import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { acceptAttribute, contentDisposition, photos, servingHeaders } from "./index.ts";
import { cleanName } from "./names.ts";

test("a file's name is kept for people, without its path, tricks or false extension", () => {
	const names: [string, string][] = [
		['C:\\photos\\Our "street".HEIC', "Our street.jpg"],
		["../../etc/passwd", "passwd.jpg"],
		["photo.jpeg", "photo.jpg"],
		["evil.html", "evil.html.jpg"],
		["invoice\u202egpj.exe", "invoicegpj.exe.jpg"],
		["Ffôn y cyngor.png", "Ffôn y cyngor.jpg"],
		["", "file.jpg"],
		["...", "file.jpg"],
		[".htaccess", "htaccess.jpg"],
		["con.txt", "file con.jpg"],
		["a\r\nSet-Cookie: x=1.jpg", "a Set-Cookie x=1.jpg"],
		["📷".repeat(300), `${"📷".repeat(100)}.jpg`],
	];
	for (const [typed, name] of names) assert.equal(cleanName(typed, "jpeg"), name, typed);
});

test("a file is named in its header in ASCII, and exactly beside it when it is not ASCII", () => {
	assert.equal(contentDisposition("letter.pdf", "attachment"), 'attachment; filename="letter.pdf"');
	assert.equal(
		contentDisposition("Ffôn (1) £5’s.pdf", "inline"),
		"inline; filename=\"Ffon (1) _5_s.pdf\"; filename*=UTF-8''Ff%C3%B4n%20%281%29%20%C2%A35%E2%80%99s.pdf",
	);
});

test("no name, however hostile, breaks out of its header", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (typed) => {
			for (const name of [typed, cleanName(typed, "pdf")]) {
				const header = contentDisposition(name, "attachment");
				assert.match(header, /^attachment; filename="[ -~]*"(; filename\*=UTF-8''[A-Za-z0-9%!~_.-]*)?$/);
				assert.equal(header.split('"').length, 3);
			}
			assert.match(cleanName(typed, "pdf"), /^[^/\\"<>:|?*\n\r\0]+\.pdf$/);
		}),
		{ numRuns: 1000 },
	);
});

test("pictures are shown, everything else is saved, and nothing is a page", () => {
	const headers = (mediaType: string) => servingHeaders({ name: "x.y", mediaType });
	assert.equal(headers("image/jpeg")["content-disposition"], 'inline; filename="x.y"');
	assert.equal(headers("application/pdf")["content-disposition"], 'attachment; filename="x.y"');
	assert.equal(headers("text/plain")["content-type"], "text/plain; charset=utf-8");
	for (const never of ["text/html", "image/svg+xml", "application/xhtml+xml", ""]) {
		assert.equal(headers(never)["content-type"], "application/octet-stream");
		assert.match(headers(never)["content-disposition"] ?? "", /^attachment/);
		assert.equal(headers(never)["x-content-type-options"], "nosniff");
		assert.match(headers(never)["content-security-policy"] ?? "", /sandbox/);
	}
});

test("a file field says what it takes", () => {
	assert.equal(acceptAttribute(photos), "image/jpeg,.jpg,image/png,.png,image/webp,.webp");
});
