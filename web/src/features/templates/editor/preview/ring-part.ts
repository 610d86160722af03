/** Rings the part of the framed page that is being edited and brings it into sight, in the frame alone. */
export function ringPart(inside: Document, part: string | null): void {
  for (const ringed of inside.querySelectorAll("[data-ring]")) ringed.removeAttribute("data-ring");
  const place = part === null ? null : inside.querySelector(`[data-part="${CSS.escape(part)}"]`);
  if (!place) return;
  place.setAttribute("data-ring", "");
  const scroller = place.closest(".v-dock__body") ?? inside.scrollingElement;
  const view = inside.defaultView;
  if (!scroller || !view) return;
  const within = scroller === inside.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
  const { top, height } = place.getBoundingClientRect();
  const room = scroller === inside.scrollingElement ? view.innerHeight * 0.7 : scroller.clientHeight;
  if (top - within >= 0 && top - within + Math.min(height, room) <= room) return;
  scroller.scrollTo({ top: scroller.scrollTop + top - within - room / 4 });
}
