import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { after, test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { demoScanner } from "../../connectors/demo/scanner.ts";
import { isRefusal } from "../refusal/index.ts";
import { diskStore, photos, receive, type StoredFile } from "./index.ts";

const root = await mkdtemp(join(tmpdir(), "files-"));
after(() => rm(root, { recursive: true }));
const store = diskStore(join(root, "kept"));
const intake = { store, scanner: demoScanner, spool: root };
const limits = { maxBytes: 5_000_000, accept: photos };

const take = (name: string, bytes: Uint8Array) => receive({ name, stream: Readable.from([bytes]) }, intake, limits);

async function taken(name: string, bytes: Uint8Array): Promise<{ file: StoredFile; body: Buffer }> {
	const file = await take(name, bytes);
	if (isRefusal(file)) return assert.fail(`${name} was refused: ${file.code}`);
	return { file, body: await bodyOf(file.key) };
}

async function bodyOf(key: string): Promise<Buffer> {
	const stream = await store.get(key);
	return stream ? buffer(stream) : assert.fail("nothing is stored under the key");
}

async function codeOf(name: string, bytes: Uint8Array): Promise<string> {
	const outcome = await take(name, bytes);
	return isRefusal(outcome) ? outcome.code : "stored";
}

function plain(width: number, height: number, alpha = 1) {
	return sharp({ create: { width, height, channels: alpha < 1 ? 4 : 3, background: { r: 200, g: 40, b: 40, alpha } } });
}

test("a phone's photo is stored upright and smaller, without where, when and on what it was taken", async () => {
	const sent = await plain(3000, 2000)
		.withMetadata({
			orientation: 6,
			exif: {
				IFD0: { Make: "SecretPhone" },
				IFD3: {
					GPSLatitudeRef: "N",
					GPSLatitude: "54/1 34/1 12/1",
					GPSLongitudeRef: "W",
					GPSLongitude: "1/1 14/1 0/1",
				},
			},
		})
		.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret-xmp/></x:xmpmeta>')
		.withIccProfile("p3")
		.jpeg()
		.toBuffer();
	const before = await sharp(sent).metadata();
	assert.ok(before.exif && before.icc && before.xmp && before.orientation === 6 && sent.includes("SecretPhone"));

	const { file, body } = await taken("IMG_0001.HEIC", sent);
	const stored = await sharp(body).metadata();
	assert.deepEqual([stored.exif, stored.icc, stored.xmp, stored.iptc, stored.orientation], Array(5).fill(undefined));
	assert.equal(body.includes("SecretPhone") || body.includes("secret-xmp"), false);
	assert.deepEqual([stored.width, stored.height], [1600, 2400]);

	assert.deepEqual([file.mediaType, file.name, file.width, file.height], ["image/jpeg", "IMG_0001.jpg", 1600, 2400]);
	assert.equal(file.bytes, body.byteLength);
	const thumbnail = await sharp(await bodyOf(file.thumbnailKey ?? "")).metadata();
	assert.deepEqual([thumbnail.width, thumbnail.height, thumbnail.exif], [213, 320, undefined]);
	assert.notEqual(file.key, file.thumbnailKey);
});

test("a small picture is not blown up, and one that can be seen through stays so", async () => {
	const opaque = await taken("map.png", await plain(40, 30).png().toBuffer());
	assert.deepEqual([opaque.file.mediaType, opaque.file.width, opaque.file.name], ["image/jpeg", 40, "map.jpg"]);
	const clear = await taken("plan.png", await plain(40, 30, 0.5).png().toBuffer());
	assert.deepEqual([clear.file.mediaType, clear.file.name], ["image/webp", "plan.webp"]);
	assert.equal((await sharp(clear.body).metadata()).hasAlpha, true);
});

test("the type is what the bytes say, whatever the name", async () => {
	const { file } = await taken("notes.txt", await plain(20, 20).webp().toBuffer());
	assert.equal(file.name, "notes.jpg");
	assert.equal(await codeOf("photo.jpg", Buffer.from("%PDF-1.7\n%%EOF")), "type-not-allowed");
	assert.equal(await codeOf("photo.jpg", Buffer.from("<html><script>alert(1)</script>")), "type-not-allowed");
	assert.equal(await codeOf("photo.gif", await plain(20, 20).gif().toBuffer()), "type-not-allowed");
	const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
	assert.equal(await codeOf("photo.jpg", Buffer.from(svg)), "type-not-allowed");
});

test("a page hidden in a picture does not come out again", async () => {
	const page = "<html><script>alert('hidden')</script></html>";
	const jpeg = await plain(60, 60).jpeg().toBuffer();
	const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), Buffer.from(page)]);
	const polyglot = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), Buffer.from(page)]);
	const { body } = await taken("cute.html", polyglot);
	assert.equal(body.includes("script"), false);
});

test("a picture that breaks off, or only begins like one, is not readable", async () => {
	const noise = await sharp(randomBytes(600 * 600 * 3), { raw: { width: 600, height: 600, channels: 3 } })
		.jpeg()
		.toBuffer();
	assert.equal(await codeOf("half.jpg", noise.subarray(0, noise.length / 2)), "not-readable");
	const png = await plain(600, 600).png().toBuffer();
	assert.equal(await codeOf("half.png", png.subarray(0, png.length / 2)), "not-readable");
	const pretender = Buffer.concat([
		Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
		Buffer.from("<script>alert(1)</script>".repeat(99)),
	]);
	assert.equal(await codeOf("x.jpg", pretender), "not-readable");
});

test("a few bytes that would unfold to thousands of megapixels are refused before they do", async () => {
	const began = performance.now();
	assert.equal(await codeOf("bomb.png", hugePng(50_000, 50_000)), "too-big");
	assert.ok(performance.now() - began < 2000);
});

test("a file of no bytes, and one past the limit, are refused and leave nothing behind", async () => {
	const kept = await count();
	assert.equal(await codeOf("nothing.jpg", new Uint8Array()), "empty");
	assert.equal(await codeOf("large.jpg", new Uint8Array(limits.maxBytes + 1)), "too-big");
	assert.equal(await count(), kept);
});

test("a stream past the limit is read to its end, and its surplus is not kept", async () => {
	let sent = 0;
	const stream = Readable.from(
		(function* () {
			for (let i = 0; i < 100; i++) {
				sent++;
				yield Buffer.alloc(1_000_000);
			}
		})(),
	);
	const outcome = await receive({ name: "x.jpg", stream }, intake, limits);
	assert.ok(isRefusal(outcome) && outcome.code === "too-big");
	assert.equal(sent, 100);
});

test("a file that its reader cut short is too big, even when what is left can be read", async () => {
	const cut = Object.assign(Readable.from([await plain(20, 20).jpeg().toBuffer()]), { truncated: true });
	const outcome = await receive({ name: "x.jpg", stream: cut }, intake, limits);
	assert.ok(isRefusal(outcome) && outcome.code === "too-big");
});

test("a sender who hangs up leaves nothing behind", async () => {
	const kept = await count();
	const stream = new Readable({ read() {} });
	stream.push(Buffer.alloc(1000));
	const receiving = receive({ name: "x.jpg", stream }, intake, limits);
	stream.destroy(new Error("the sender hung up"));
	await assert.rejects(receiving, /hung up/);
	assert.equal(await count(), kept);
});

test("many photos at once are all stored", async () => {
	const sent = await plain(800, 600).jpeg().toBuffer();
	const files = await Promise.all(Array.from({ length: 8 }, () => taken("x.jpg", sent)));
	assert.equal(new Set(files.map(({ file }) => file.key)).size, 8);
});

test("when the store fails halfway, the half is taken away and the fault is not hidden", async () => {
	const kept = await count();
	let puts = 0;
	const full = {
		...store,
		put: async (...given: Parameters<typeof store.put>) => {
			if (++puts === 2) throw new Error("no space left");
			await store.put(...given);
		},
	};
	const stream = Readable.from([await plain(20, 20).jpeg().toBuffer()]);
	await assert.rejects(receive({ name: "x.jpg", stream }, { ...intake, store: full }, limits), /no space left/);
	assert.equal(await count(), kept);
});

/** Files on disk under the test's folder, spooled and stored. */
async function count(): Promise<number> {
	const all = await readdir(root, { recursive: true, withFileTypes: true });
	return all.filter((entry) => entry.isFile()).length;
}

/** A PNG of a few hundred bytes that says it is this large. */
function hugePng(width: number, height: number): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([1, 0, 0, 0, 0], 8);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	const data = deflateSync(Buffer.alloc(100_000));
	return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(name), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}
