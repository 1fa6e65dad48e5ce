/** Requests that officers make: for a customer they speak with, and for themselves. */
import type { Route } from "../../../platform/http/index.ts";
import { chooseRoutes } from "./choose.routes.ts";
import { mineRoutes } from "./mine.routes.ts";
import { scriptRoutes } from "./script.routes.ts";

export const deskScriptRoutes: readonly Route[] = [...chooseRoutes, ...mineRoutes, ...scriptRoutes];
