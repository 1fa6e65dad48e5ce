import type { Route } from "../../platform/http/index.ts";
import { askingRoutes } from "./asking/desk.routes.ts";
import { opinionDeskRoutes } from "./opinions/desk.routes.ts";
import { deskRoot, queueRoute } from "./desk/queue.routes.ts";
import { formFileRoute } from "./desk/keptFiles.ts";
import { photoRoute, requestRoute, thumbnailRoute } from "./desk/request.routes.ts";
import { taskRoutes } from "./tasks/desk.routes.ts";
import { workRoutes } from "./desk/work.routes.ts";

export const deskRoutes: readonly Route[] = [
	deskRoot,
	queueRoute,
	requestRoute,
	photoRoute,
	thumbnailRoute,
	formFileRoute,
	...workRoutes,
	...askingRoutes,
	...taskRoutes,
	...opinionDeskRoutes,
];
