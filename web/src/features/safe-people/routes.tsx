import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [{ path: "trygge-folk", lazy: () => import("./SafePeoplePage") }];
