import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [{ path: "punkter/:id/gjennom-arene", lazy: () => import("./StoryPage") }];
