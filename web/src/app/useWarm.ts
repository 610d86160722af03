import { useEffect } from "react";
import { matchRoutes, type RouteObject } from "react-router";
import { loadMore, useLanguage } from "../texts";
import { NAVIGATION } from "./navigation";
import { useViewer, type Role } from "./viewer";

/** By then the front page has asked for what it shows, and what is fetched here takes nothing from it. */
const AFTER_MS = 1500;

const CHAPTER: readonly Role[] = ["CHAPTER_LEADER", "CHAPTER_BOARD"];

/** What a chapter opens from its front page. */
const FROM_TODAY = ["/oppgaver/x", "/oppgaver/x/rapport"];

const whenIdle = (act: () => void): void => {
  if ("requestIdleCallback" in window) window.requestIdleCallback(act);
  else setTimeout(act);
};

/** The code of one page, and of what it stands in. */
async function fetchPage(pages: readonly RouteObject[], path: string): Promise<void> {
  for (const { route } of matchRoutes([...pages], path) ?? []) {
    if (typeof route.lazy === "function") await route.lazy();
  }
}

/**
 * Fetches the pages that are one tap away while nothing else happens, so that a tap is answered by the page and not by a
 * wait for its code. What fails is fetched when it is needed. Nothing is fetched for whoever saves data.
 */
export function useWarm(pages: readonly RouteObject[]): void {
  const { role } = useViewer().seat;
  const { language } = useLanguage();
  const chapter = CHAPTER.includes(role);
  useEffect(() => {
    // their front page says it
    if (!chapter) void loadMore(language).catch(() => undefined);
  }, [chapter, language]);
  useEffect(() => {
    const connection: unknown = "connection" in navigator ? navigator.connection : undefined;
    if (connection && typeof connection === "object" && "saveData" in connection && connection.saveData) return;
    const waiting = [...NAVIGATION[role].map(({ to }) => to), ...(chapter ? FROM_TODAY : [])];
    let gone = false;
    const next = (): void => {
      const path = waiting.shift();
      if (path === undefined || gone) return;
      const on = (): void => whenIdle(next);
      // the year has its words among those of the other desks
      const words = chapter && path === "/aret" ? loadMore(language) : undefined;
      Promise.all([fetchPage(pages, path), words]).then(on, on);
    };
    const timer = setTimeout(() => whenIdle(next), AFTER_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [pages, role, chapter, language]);
}
