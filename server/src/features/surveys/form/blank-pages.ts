import type { Language } from "@varde/domain";
import type { FormAssets } from "./assets.js";
import { formPage } from "./page.js";
import type { Page } from "./page.js";
import type { FollowedLink } from "./take.js";

/** Pages of some 30 kB; more links than so at once, and all are written anew. */
const MOST_KEPT = 300;
/** Where the ticket goes, and how it stands there: a survey's own words are in no attribute `value`, whose texts are plain keys. */
const PLACE = "<ticket>";
const PLACED = "&lt;ticket&gt;";

/**
 * The form of a link before anything is answered, written once for each language: when a crowd opens it at the same moment, each is given
 * the same page with a ticket of their own. What an open survey asks never changes.
 */
export function blankPages(assets: FormAssets) {
  const kept = new Map<string, Page>();
  return (link: FollowedLink, code: string, language: Language, ticket: string): Page => {
    const key = JSON.stringify([code, language, link.surveyId, link.organization, link.chapter]);
    let page = kept.get(key);
    if (!page) {
      if (kept.size >= MOST_KEPT) kept.clear();
      const sent = { code, ticket: PLACE };
      page = formPage(assets, { ...link, language, sent, answers: {}, returned: null });
      kept.set(key, page);
    }
    return { ...page, html: page.html.replace(`value="${PLACED}"`, `value="${ticket}"`) };
  };
}
