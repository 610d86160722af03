import type { RouteObject } from "react-router";

/** What begins by itself. */
export const routes: RouteObject[] = [{ path: "punkter/utlost", lazy: () => import("./TriggersPage") }];
