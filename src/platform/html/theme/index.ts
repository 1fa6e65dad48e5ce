export { contrast } from "./contrast.ts";
export { type Colours, type Theme, themePart, themeSchema } from "./theme.ts";
