import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "mer/logg", lazy: () => import("./AuditPage") },
  // where the page «Mer» leads
  { path: "endringer", lazy: () => import("./AuditPage") },
];
