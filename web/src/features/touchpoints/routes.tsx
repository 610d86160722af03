import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "oppgaver", lazy: () => import("./TasksPage") },
  { path: "oppgaver/:id", lazy: () => import("./TaskPage") },
  { path: "oppgaver/:id/ferdig", lazy: () => import("./DonePage") },
  { path: "oppgaver/:id/utskrift", lazy: () => import("./PrintPage") },
  { path: "oppgaver/:id/rapport", lazy: () => import("./ReportPage") },
  { path: "ovelse", lazy: () => import("./practice/PracticePage") },
];
