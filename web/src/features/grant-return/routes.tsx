import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "arsrapport/:year", lazy: () => import("./GrantReturnPage") },
  { path: "arsrapporter", lazy: () => import("./GrantReturnsPage") },
  { path: "arsrapporter/:id", lazy: () => import("./GrantReviewPage") },
];
