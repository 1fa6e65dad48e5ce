/** Uploads: taken in, checked, stored under a key nobody guesses, and sent out as what they are. */

export { bytesLeft, senderOf } from "./budget.ts";
export { diskStore } from "./diskStore.ts";
export { acceptAttribute, type FileKind, isPicture, photos, photosAndDocuments } from "./kinds.ts";
export { contentDisposition } from "./names.ts";
export {
	type FileLimits,
	type FileRefusal,
	forget,
	type Intake,
	receive,
	type StoredFile,
} from "./receive.ts";
export type { Scanner, Verdict } from "./scanner.ts";
export { servingHeaders } from "./serving.ts";
export { checkedKey, type FileStore } from "./store.ts";
export { filesById, intakeSlot, type KeptFile, keeping, openFile, registerUpload, sweepUploads } from "./register.ts";
export { filesModule } from "./module.ts";
