import { clientsRoute, newClientRoute, revocationRoute } from "./desk.routes.ts";

/** The desk's pages of the systems that hold a key. */
export const clientRoutes = [clientsRoute, newClientRoute, revocationRoute];
