import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [{ path: "innstillinger/nokler", lazy: () => import("./IntegrationsPage") }];
