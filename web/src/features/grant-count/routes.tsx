import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "medlemmer/telling", lazy: () => import("./CountPage") },
  { path: "medlemmer/telling/:year", lazy: () => import("./CountPage") },
  { path: "innstillinger/tilskudd", lazy: () => import("./GrantSettingsPage") },
];
