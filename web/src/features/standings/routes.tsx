import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "sammenlign", lazy: () => import("./ComparisonPage") },
  { path: "sammenlign/:chapterId", lazy: () => import("./BehindNumberPage") },
  { path: "rapporter", lazy: () => import("./orders/ReportsPage") },
  { path: "svar", lazy: () => import("./AnswersPage") },
  { path: "laget", lazy: () => import("./OwnPage") },
];
