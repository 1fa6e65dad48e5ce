export { type Answer, body, json, type Page, page, redirect } from "./answer.ts";
export { deskRoute, route } from "./define.ts";
export { type Route, type Site, type Trouble, type Visit } from "./route.ts";
export { type Shell, shellsSlot } from "./shell.ts";
export type { Upload } from "./upload.ts";
