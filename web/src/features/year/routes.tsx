import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [{ path: "aret", lazy: () => import("./YearPage") }];
