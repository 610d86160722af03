import type { RouteObject } from "react-router";

/** National's pages about a pilot, and the boards' two questions. */
export const routes: RouteObject[] = [
  { path: "punkter/:id/pilot", lazy: () => import("./StartPilotPage") },
  { path: "punkter/:id/pilot/:pilotId", lazy: () => import("./PilotPage") },
  { path: "pilot/:pilotId", lazy: () => import("./PilotQuestionPage") },
];
