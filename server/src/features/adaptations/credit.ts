import { applyOverlay } from "@varde/domain";
import type { Overlay, OverlayPart, TemplateDefinition } from "@varde/domain";

/** What the notes of a version may hold. */
const MOST = 2000;
/** A step is a sentence; in a note its beginning names it. */
const MOST_OF_A_NAME = 60;

type Proposed = { definition: TemplateDefinition; content: Overlay; chapter_name: string };

function nameOf({ definition, content }: Proposed, { part, key }: OverlayPart): string {
  const after = applyOverlay(definition, content);
  const message = definition.messages.find((one) => one.key === key)?.title.nb;
  const step = [...definition.steps, ...after.steps].find((one) => one.key === key)?.text.nb;
  const name = ((part === "MESSAGES" ? message : step) ?? "").replaceAll(/\s+/g, " ").trim() || key;
  return name.length > MOST_OF_A_NAME
    ? `${name
        .slice(0, MOST_OF_A_NAME - 1)
        .toWellFormed()
        .trimEnd()}…`
    : name;
}

/** The draft's notes with the chapter named in them: «Fra Asker: «Inviter alle».» Never longer than notes may be. */
export function creditedNotes(notes: string | null, proposed: Proposed, parts: readonly OverlayPart[]): string {
  const before = notes?.trim() ? `${notes.trim()}\n` : "";
  const names = parts.map((part) => `«${nameOf(proposed, part)}»`).join(", ");
  const whole = `${before}Fra ${proposed.chapter_name}: ${names}.`;
  if (whole.length <= MOST) return whole;
  const short = `${before}Fra ${proposed.chapter_name}.`;
  return short.length <= MOST ? short : before.trim();
}
