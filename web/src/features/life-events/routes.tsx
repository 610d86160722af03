import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "medlemmer/flyttinger", lazy: () => import("./MovesPage") },
  { path: "medlemmer/like", lazy: () => import("./AlikePage") },
  { path: "medlemmer/aldersgrensen", lazy: () => import("./AgeingPage") },
];
