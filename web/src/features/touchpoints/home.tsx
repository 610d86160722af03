import { lazy } from "react";
import type { Home } from "../../app/HomePage";

export const home: Home = { roles: ["CHAPTER_LEADER", "CHAPTER_BOARD"], Page: lazy(() => import("./TodayPage")) };
