export { type Place, readCursor, writeCursor } from "./cursor.ts";
export { oneThread, type ThreadAsked, type ThreadLine } from "./thread.ts";
