import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "oppgaver/tilpass", lazy: () => import("./AdaptationsPage") },
  { path: "oppgaver/tilpass/:templateId", lazy: () => import("./AdaptPage") },
  { path: "punkter/:id/forslag", lazy: () => import("./ProposalsPage") },
];
