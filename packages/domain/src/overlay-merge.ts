/** An overlay on its way: to the next version of the same chapter, or into national's next draft. */
import type { Message, Step, TemplateDefinition } from "./definition.js";
import { checkOverlay } from "./overlay-rules.js";
import { applyOverlay, overlayParts, tidyOverlay } from "./overlay.js";
import type { Overlay, OverlayPart } from "./overlay.js";

const same = (a: OverlayPart, b: OverlayPart): boolean => a.part === b.part && a.key === b.key;
const among = (parts: readonly OverlayPart[], part: OverlayPart): boolean => parts.some((one) => same(one, part));

/** The overlay with these parts alone. */
export function pickOverlay(overlay: Overlay, parts: readonly OverlayPart[]): Overlay {
  const step = ({ key }: { key: string }) => among(parts, { part: "STEPS", key });
  const picked: Overlay = {
    steps: overlay.steps.filter(step),
    added: overlay.added.filter(step),
    omitted: overlay.omitted.filter((key) => step({ key })),
    messages: overlay.messages.filter(({ key }) => among(parts, { part: "MESSAGES", key })),
  };
  const { dueDaysEarlier } = overlay;
  return dueDaysEarlier && among(parts, { part: "SCHEDULE", key: "" }) ? { ...picked, dueDaysEarlier } : picked;
}

function partOf([group, key = ""]: readonly string[]): OverlayPart {
  if (group === "messages") return { part: "MESSAGES", key };
  return group === "dueDaysEarlier" ? { part: "SCHEDULE", key: "" } : { part: "STEPS", key };
}

/**
 * The overlay of an earlier version on `next`: what still fits is taken, `left` is what does not (locked by now, gone, or
 * no longer allowed). What says the same as national does by now is neither.
 */
export function carriedOverlay(next: TemplateDefinition, overlay: Overlay): { overlay: Overlay; left: OverlayPart[] } {
  const tidy = tidyOverlay(next, overlay);
  const refused = checkOverlay(next, tidy).filter(({ level }) => level === "ERROR");
  const left = overlayParts(tidy).filter((part) => refused.some(({ path }) => same(partOf(path), part)));
  const taken = pickOverlay(
    tidy,
    overlayParts(tidy).filter((part) => !among(left, part)),
  );
  return { overlay: taken, left };
}

// what a part of a definition says, whatever the order of its properties and with its empty ones left out
function said(item: Step | Message | undefined): string {
  const plain = (value: unknown): unknown =>
    value === null || typeof value !== "object"
      ? value
      : Object.entries(value)
          .filter(([, v]) => v !== null && v !== undefined && v !== "")
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, v]) => [k, plain(v)]);
  return JSON.stringify(plain(item ?? null));
}

const itemsOf = (definition: TemplateDefinition, { part }: OverlayPart): readonly (Step | Message)[] =>
  part === "STEPS" ? definition.steps : part === "MESSAGES" ? definition.messages : [];
const itemOf = (definition: TemplateDefinition, part: OverlayPart) =>
  itemsOf(definition, part).find(({ key }) => key === part.key);

/**
 * The parts in which the draft has moved on from the version the overlay was made for: taking them would undo what
 * national has written since. A draft that already says what the overlay says has not moved on.
 */
export function movedOn(draft: TemplateDefinition, base: TemplateDefinition, overlay: Overlay): OverlayPart[] {
  const wanted = applyOverlay(base, overlay);
  return overlayParts(overlay).filter((part) => {
    const now = said(itemOf(draft, part));
    return now !== said(itemOf(base, part)) && now !== said(itemOf(wanted, part));
  });
}

/** `items` with this one in the place of its like, or after the one it follows in `order`; without it when it is undefined. */
function placed<T extends { key: string }>(
  items: readonly T[],
  key: string,
  item: T | undefined,
  order: readonly T[],
): T[] {
  const at = items.findIndex((one) => one.key === key);
  if (!item) return items.filter((one) => one.key !== key);
  if (at >= 0) return items.with(at, item);
  const before = order
    .slice(
      0,
      order.findIndex((one) => one.key === key),
    )
    .toReversed();
  const after = before.map((one) => items.findIndex(({ key: k }) => k === one.key)).find((index) => index >= 0);
  return items.toSpliced((after ?? -1) + 1, 0, item);
}

/**
 * The draft with these parts as the overlay has them on `base`. The deadline is no part of it: an own deadline stays at
 * home. Everything else of the draft is left as it is.
 */
export function takeOverlay(
  draft: TemplateDefinition,
  base: TemplateDefinition,
  overlay: Overlay,
  parts: readonly OverlayPart[],
): TemplateDefinition {
  const wanted = applyOverlay(base, overlay);
  // national's order first: a step may be left out of what the chapter sees and still stand in the draft
  const own = wanted.steps.filter(({ key }) => !base.steps.some((step) => step.key === key));
  let { steps, messages } = draft;
  for (const { part, key } of overlayParts(overlay).filter((one) => among(parts, one))) {
    if (part === "STEPS") {
      const step = wanted.steps.find((one) => one.key === key);
      steps = placed(steps, key, step, [...base.steps, ...own]);
    } else if (part === "MESSAGES") {
      const message = wanted.messages.find((one) => one.key === key);
      if (message) messages = placed(messages, key, message, wanted.messages);
    }
  }
  return { ...draft, steps, messages };
}
