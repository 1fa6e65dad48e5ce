export * from "./actor.ts";
export * from "./context.ts";
export type { House } from "./house.ts";
export * from "./slot.ts";
