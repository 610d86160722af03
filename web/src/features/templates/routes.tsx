import type { RouteObject } from "react-router";

/** National's pages about touchpoint templates. */
export const routes: RouteObject[] = [
  { path: "punkter", lazy: () => import("./TemplatesPage") },
  { path: "punkter/ny", lazy: () => import("./NewTemplatePage") },
  { path: "punkter/kjernepakke", lazy: () => import("./CoreSetPage") },
  { path: "punkter/bibliotek", lazy: () => import("./LibraryPage") },
  { path: "punkter/bibliotek/:key", lazy: () => import("./LibraryTemplatePage") },
  { path: "punkter/les-inn", lazy: () => import("./ImportPage") },
  { path: "punkter/:id", lazy: () => import("./TemplatePage") },
  { path: "punkter/:id/utkast", lazy: () => import("./editor/DraftPage") },
  { path: "punkter/:id/versjoner", lazy: () => import("./VersionsPage") },
  { path: "punkter/:id/simulering", lazy: () => import("./SimulationPage") },
  { path: "punkter/:id/utrulling", lazy: () => import("./RolloutPage") },
];
