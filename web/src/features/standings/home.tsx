import { lazy } from "react";
import type { Home } from "../../app/HomePage";

export const home: Home = {
  roles: ["REGION_COORDINATOR", "NATIONAL_ADMIN", "NATIONAL_EDITOR", "MENTOR"],
  Page: lazy(() => import("./FrontPage")),
};
