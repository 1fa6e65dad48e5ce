import type { Route } from "../../platform/http/index.ts";
import { answerRoutes } from "./asking/public.routes.ts";
import { opinionRoutes } from "./opinions/public.routes.ts";
import {
	findRoute,
	foundRoute,
	informationRoute,
	reopeningRoute,
	stoppingRoute,
	trackPhotoRoute,
	trackRoute,
	trackThumbnailRoute,
} from "./track/routes.ts";
import { stoppedRoute } from "./track/stopped.ts";

export const publicRoutes: readonly Route[] = [
	findRoute,
	foundRoute,
	trackRoute,
	informationRoute,
	reopeningRoute,
	stoppingRoute,
	stoppedRoute,
	trackPhotoRoute,
	trackThumbnailRoute,
	...answerRoutes,
	...opinionRoutes,
];
