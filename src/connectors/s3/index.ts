/** Files in an S3 bucket, or in anything that speaks its protocol. */

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { checkedKey, type FileStore } from "../../platform/files/index.ts";

/**
 * `endpoint` for a store that is not Amazon's; it is then addressed by path. Without `credentials` the SDK looks where
 * Amazon's programs look: environment, profile, the machine's role. `prefix` (`files/`) goes before every key.
 */
export type S3Settings = {
	bucket: string;
	region: string;
	endpoint?: string;
	prefix?: string;
	credentials?: { accessKeyId: string; secretAccessKey: string };
};

export function s3Store(settings: S3Settings): FileStore {
	const Bucket = settings.bucket;
	const nameOf = (key: string) => `${settings.prefix ?? ""}${checkedKey(key)}`;
	let opened: ReturnType<typeof open> | undefined;
	const ready = () => (opened ??= open(settings));
	return {
		async put(key, body, mediaType) {
			const Key = nameOf(key);
			const { s3, PutObjectCommand } = await ready();
			const isBytes = body instanceof Uint8Array;
			const Body = isBytes ? body : createReadStream(body.path);
			const ContentLength = isBytes ? body.byteLength : (await stat(body.path)).size;
			await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength, ContentType: mediaType }));
		},
		async get(key) {
			const Key = nameOf(key);
			const { s3, GetObjectCommand, NoSuchKey } = await ready();
			try {
				const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
				if (Body instanceof Readable) return Body;
				throw new Error("The file store answered without a file.");
			} catch (error) {
				if (error instanceof NoSuchKey) return undefined;
				throw error;
			}
		},
		async remove(key) {
			const Key = nameOf(key);
			const { s3, DeleteObjectCommand } = await ready();
			await s3.send(new DeleteObjectCommand({ Bucket, Key }));
		},
	};
}

/** Loaded with the first file: most councils keep theirs on disk and never need the SDK's 30 MB. */
async function open({ region, endpoint, credentials }: S3Settings) {
	const sdk = await import("@aws-sdk/client-s3");
	const s3 = new sdk.S3Client({
		region,
		...(endpoint ? { endpoint, forcePathStyle: true } : {}),
		...(credentials ? { credentials } : {}),
		// Stores that are not Amazon's do not all know its newer checksums; TLS and our own sha256 cover the body.
		requestChecksumCalculation: "WHEN_REQUIRED",
		responseChecksumValidation: "WHEN_REQUIRED",
		maxAttempts: 3,
	});
	return { ...sdk, s3 };
}
