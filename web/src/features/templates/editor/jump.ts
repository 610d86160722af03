const FOCUSABLE = "input:not(:disabled), textarea, select, button:not(.v-item__head, .v-drag)";

/** Gives the field at a place the focus, or the nearest thing around it; what is folded on the way is opened first. */
export function jumpTo(page: HTMLElement, path: readonly string[]): void {
  for (let length = path.length; length > 0; length -= 1) {
    const place = page.querySelector<HTMLElement>(`.v-editor__main [data-path="${path.slice(0, length).join(".")}"]`);
    if (!place) continue;
    const folded = place.querySelector<HTMLElement>(
      ":scope > .v-item__head[aria-expanded=false], :scope > .v-item__line > .v-item__head[aria-expanded=false]",
    );
    if (folded) {
      folded.click();
      requestAnimationFrame(() => jumpTo(page, path));
      return;
    }
    // a full list of folded parts has nothing else than their heads
    (place.querySelector<HTMLElement>(FOCUSABLE) ?? place.querySelector<HTMLElement>(".v-item__head"))?.focus();
    place.scrollIntoView({ block: "center" });
    return;
  }
}
