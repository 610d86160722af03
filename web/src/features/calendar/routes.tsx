import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [{ path: "konto/kalender", lazy: () => import("./CalendarPage") }];
