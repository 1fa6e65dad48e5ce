export { defineModule, type Module, type PersonalData } from "./module.ts";
export { type AnyPackPart, BrokenPack, definePackPart, type PackPart, readPart } from "./pack.ts";
