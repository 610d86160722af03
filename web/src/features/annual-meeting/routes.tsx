import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [{ path: "arsmote/:id", lazy: () => import("./AnnualMeetingPage") }];
