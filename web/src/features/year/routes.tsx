import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "aret", lazy: () => import("./YearPage") },
  { path: "innstillinger/aret", lazy: () => import("./YearSettingsPage") },
];
