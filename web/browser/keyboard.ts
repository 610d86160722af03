import type { Page } from "../../server/src/testkit/browser.js";

/** Presses Tab until the focus is back where it began. */
export async function tabThrough(page: Page) {
  const wanted = await page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary")];
    // of radio buttons with one name, one is a stop
    const groups = new Set<string>();
    return shown
      .filter((element) => element.checkVisibility() && !(element as HTMLButtonElement).disabled)
      .filter((element) => {
        if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
        const first = !groups.has(element.name);
        groups.add(element.name);
        return first;
      })
      .map((element, index) => {
        const radio = element instanceof HTMLInputElement && element.type === "radio";
        const name = radio ? `radio ${element.name}` : `${index} ${element.tagName} ${element.textContent}`;
        element.dataset["stop"] = name;
        return name;
      });
  });
  const reached: string[] = [];
  const unseen: string[] = [];
  for (let presses = 0; presses < wanted.length + 10; presses++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return null;
      const radio = element instanceof HTMLInputElement && element.type === "radio";
      const name = radio ? `radio ${element.name}` : (element.dataset["stop"] ?? "");
      // the ring may be drawn by the label or card around
      const ring = [element, ...(element.parentElement ? [element.parentElement] : []), ...siblings(element)].some(
        (one) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
          return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
        },
      );
      return { name, ring };
      function siblings(of: Element): Element[] {
        return of.parentElement ? [...of.parentElement.children] : [];
      }
    });
    if (!at) continue;
    reached.push(at.name);
    if (!at.ring) unseen.push(at.name);
  }
  return { reached, wanted, unseen };
}
