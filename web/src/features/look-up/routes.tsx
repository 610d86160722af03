import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "oppslag", lazy: () => import("./LookUpPage") },
  { path: "oppslag/:id", lazy: () => import("./LookedUpPage") },
];
