import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [{ path: "medlemmer/importer/:id?", lazy: () => import("./ImportMembersPage") }];
