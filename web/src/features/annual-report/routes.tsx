import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "arsmelding", lazy: () => import("./ReportsPage") },
  { path: "arsmelding/:year", lazy: () => import("./AnnualReportPage") },
  { path: "arsmelding/:year/:chapterId", lazy: () => import("./FinishedReportPage") },
];
