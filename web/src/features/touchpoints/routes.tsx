import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "oppgaver", lazy: () => import("./TasksPage") },
  { path: "oppgaver/:id", lazy: () => import("./TaskPage") },
  { path: "oppgaver/:id/rapport", lazy: () => import("./ReportPage") },
];
