export { BrokenPack, type Fault, type Path, type PlacedFault, placedInWords, twice, within } from "./fault.ts";
export { type Holding, holdingsOf, holdingsSlot } from "./holdings.ts";
export { defineModule, type Module, type PartFault, type PersonalData } from "./module.ts";
export { didYouMean } from "./nearest.ts";
export { type AnyPackPart, definePackPart, type PackPart, readPart } from "./pack.ts";
export { tryPack } from "./tryPack.ts";
export { readYamlFile } from "./yamlFile.ts";
