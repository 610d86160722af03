import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "treff", lazy: () => import("./MeetingsPage") },
  { path: "treff/ny", lazy: () => import("./NewMeetingPage") },
  { path: "treff/:id", lazy: () => import("./MeetingPage") },
];
