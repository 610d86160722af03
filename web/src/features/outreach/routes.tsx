import type { RouteObject } from "react-router";
import { PublicLayout } from "../accounts";

/** For those who got a message: to answer it, or to have no more. */
export const publicRoutes: RouteObject[] = [
  {
    element: <PublicLayout />,
    children: [
      { path: "kommer", lazy: () => import("./RsvpPage") },
      { path: "avmeld-medlem/:token?", lazy: () => import("./LeavePage") },
    ],
  },
];

export const routes: RouteObject[] = [
  { path: "treff/:meetingId/inviter", lazy: () => import("./InvitePage") },
  { path: "oppgaver/:touchpointId/inviter", lazy: () => import("./InvitePage") },
];
