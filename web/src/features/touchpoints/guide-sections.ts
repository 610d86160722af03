/** One part of a conversation guide. */
export type GuideSection = { heading: string; text: string };

/** The parts of a guide, each begun by a line `## Heading`; what stands before the first has an empty heading. */
export function guideSections(body: string): GuideSection[] {
  const found: GuideSection[] = [];
  for (const line of body.split("\n")) {
    const heading = /^##\s+(.+?)\s*$/.exec(line)?.[1];
    if (heading !== undefined) found.push({ heading, text: "" });
    else if (found.length > 0) found[found.length - 1]!.text += `${line}\n`;
    else if (line.trim() !== "") found.push({ heading: "", text: `${line}\n` });
  }
  return found.map(({ heading, text }) => ({ heading, text: text.trim() }));
}

/** The last two of every guide are shown under each tab: what not to ask about, and what to do when it gets heavy. */
export function splitGuide(sections: readonly GuideSection[]): {
  tabs: readonly GuideSection[];
  doNotAsk: GuideSection | null;
  whenHeavy: GuideSection | null;
} {
  if (sections.length < 3) return { tabs: sections, doNotAsk: null, whenHeavy: null };
  return { tabs: sections.slice(0, -2), doNotAsk: sections.at(-2) ?? null, whenHeavy: sections.at(-1) ?? null };
}
