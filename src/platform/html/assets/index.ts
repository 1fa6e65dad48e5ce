export { type Assets, assetsSlot, buildAssets } from "./assets.ts";
