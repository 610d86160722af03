import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "medlemmer/reisen", lazy: () => import("./OwnJourneyPage") },
  { path: "medlemsreisen", lazy: () => import("./JourneyPage") },
];
