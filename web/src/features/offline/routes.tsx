import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [{ path: "ko", lazy: () => import("./QueuePage") }];
