import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "medlemmer/tall", lazy: () => import("./OwnMembershipPage") },
  { path: "medlemstall", lazy: () => import("./PublishedMembershipPage") },
];
