export { boxRound, type Box, inBox, inRing, metresBetween, metresToRing, type Point, type Ring } from "./geometry.ts";
