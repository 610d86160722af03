import type { RouteObject } from "react-router";

/** Surveys among members: national makes them, everybody below finds their link. */
export const routes: RouteObject[] = [
  { path: "medlemsreisen/undersokelser", lazy: () => import("./SurveysPage") },
  { path: "medlemsreisen/undersokelser/:id", lazy: () => import("./SurveyPage") },
  { path: "medlemsreisen/undersokelser/:id/resultater", lazy: () => import("./results/ResultsPage") },
  { path: "medlemsreisen/undersokelser/:id/fritekst/:question", lazy: () => import("./results/TextsPage") },
];
