import type { Home } from "../../app/HomePage";
import TodayPage from "./TodayPage";

export const home: Home = { roles: ["CHAPTER_LEADER", "CHAPTER_BOARD"], Page: TodayPage };
