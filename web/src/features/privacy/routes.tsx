import type { RouteObject } from "react-router";
import { PublicLayout } from "../accounts";

/** For anybody, members too, who never sign in. */
export const publicRoutes: RouteObject[] = [
  {
    element: <PublicLayout />,
    children: [
      { path: "personvern", lazy: () => import("./PrivacyPage") },
      { path: "hvem-ser-meg", lazy: () => import("./WhoSeesMePage") },
    ],
  },
];
