import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [{ path: "medlemsreisen/kart", lazy: () => import("./JourneyMapPage") }];
