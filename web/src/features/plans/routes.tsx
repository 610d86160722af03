import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "handlingsplan", lazy: () => import("./ThisYearPage") },
  { path: "handlingsplan/:year", lazy: () => import("./PlanPage") },
  { path: "handlingsplan/:year/importer", lazy: () => import("./import/ImportPlanPage") },
  { path: "handlingsplaner", lazy: () => import("./PlansPage") },
  { path: "handlingsplaner/sammenlign", lazy: () => import("./ComparePage") },
  { path: "handlingsplaner/mal", lazy: () => import("./PlanTemplatePage") },
  { path: "strategi", lazy: () => import("./StrategyPage") },
];
