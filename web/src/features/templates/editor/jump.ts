const FOCUSABLE = "input:not(:disabled), textarea, select, button:not(.v-item__head)";

/** Opens what is folded on the way to a place and gives its field the focus. False when the place is not drawn yet. */
export function jumpTo(page: HTMLElement, path: readonly string[]): boolean {
  for (let length = path.length; length > 0; length -= 1) {
    const place = page.querySelector<HTMLElement>(`.v-editor__main [data-path="${path.slice(0, length).join(".")}"]`);
    if (!place) continue;
    const head = place.querySelector<HTMLElement>(":scope > .v-item__head[aria-expanded=false]");
    if (head) {
      head.click();
      return false;
    }
    place.querySelector<HTMLElement>(FOCUSABLE)?.focus();
    place.scrollIntoView({ block: "center" });
    return true;
  }
  return true;
}
