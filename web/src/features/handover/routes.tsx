import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "styret/overlevering", lazy: () => import("./HandoverPage") },
  { path: "lag/:id/overlevering", lazy: () => import("./HandoverPage") },
];
