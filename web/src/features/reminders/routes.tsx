import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [{ path: "konto/paminnelser", lazy: () => import("./RemindersPage") }];
