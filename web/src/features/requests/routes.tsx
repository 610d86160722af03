import type { RouteObject } from "react-router";

/** «Ønsker fra lagene». */
export const routes: RouteObject[] = [{ path: "onsker", lazy: () => import("./RequestsPage") }];
