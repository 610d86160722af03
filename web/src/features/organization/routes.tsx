import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "lag", lazy: () => import("./ChaptersPage") },
  { path: "lag/ny", lazy: () => import("./NewChapterPage") },
  { path: "lag/inviter", lazy: () => import("./InviteBoardsPage") },
  { path: "lag/styrer", lazy: () => import("./BoardsPage") },
  { path: "lag/nasjonalt", lazy: () => import("./NationalSeatsPage") },
  { path: "lag/regioner/ny", lazy: () => import("./NewRegionPage") },
  { path: "lag/regioner/:id", lazy: () => import("./RegionPage") },
  { path: "lag/:id", lazy: () => import("./ChapterPage") },
  { path: "innstillinger", lazy: () => import("./SettingsPage") },
  { path: "styret", lazy: () => import("./BoardPage") },
  { path: "styret/inviter", lazy: () => import("./InviteBoardsPage") },
];
