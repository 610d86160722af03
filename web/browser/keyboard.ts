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

/** What has the focus, as it is called, and what it is. */
export const focused = (page: Page): Promise<{ tag: string; type: string; name: string }> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    const words = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
    const label = at?.labels?.[0]?.textContent;
    return {
      tag: at?.tagName ?? "",
      type: at?.type ?? "",
      name: words(at?.ariaLabel) || words(label) || words(at?.textContent),
    };
  });

/** Presses Tab until what is called so, and is of this element and type, has the focus. */
export async function tabTo(page: Page, name: RegExp, tag = /./, type?: string): Promise<void> {
  const met = new Set<string>();
  for (let presses = 0; presses < 200; presses++) {
    const at = await focused(page);
    if (name.test(at.name) && tag.test(at.tag) && (type === undefined || at.type === type)) return;
    met.add(at.name);
    await page.keyboard.press("Tab");
  }
  throw new Error(`no key leads to ${String(name)}; met were ${[...met].join(" · ")}`);
}

/** Goes to the button or link that is called so, and presses it. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name, /^(BUTTON|A)$/);
  await page.keyboard.press("Enter");
}
