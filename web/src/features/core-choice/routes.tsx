import type { RouteObject } from "react-router";
import { PublicLayout } from "../accounts";

/** For those who vote from a phone, with no account. */
export const publicRoutes: RouteObject[] = [
  { element: <PublicLayout />, children: [{ path: "stem/:code", lazy: () => import("./VotePage") }] },
];

export const routes: RouteObject[] = [
  { path: "punkter/kjernepakke/velg", lazy: () => import("./ChoosePage") },
  { path: "punkter/kjernepakke/velg/:id", lazy: () => import("./ScreenPage") },
];
