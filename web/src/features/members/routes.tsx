import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "medlemmer", lazy: () => import("./MembersPage") },
  { path: "medlemmer/ny", lazy: () => import("./NewMemberPage") },
  { path: "medlemmer/:id", lazy: () => import("./MemberPage") },
  { path: "medlemmer/:id/rett", lazy: () => import("./EditMemberPage") },
];
