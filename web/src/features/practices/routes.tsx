import type { RouteObject } from "react-router";

/** National's page of what chapters suggest. */
export const routes: RouteObject[] = [{ path: "punkter/slik-gjorde-vi-det", lazy: () => import("./PracticesPage") }];
