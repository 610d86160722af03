import type { RouteObject } from "react-router";

export const routes: RouteObject[] = [
  { path: "beskjeder", lazy: () => import("./BoardMessagesPage") },
  { path: "beskjeder/ny", lazy: () => import("./NewBoardMessagePage") },
];
