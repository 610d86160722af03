import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "./definition.js";
import {
  frameText,
  guideSections,
  joinGuide,
  partsOfGuide,
  SAFE_FRAME,
  splitGuide,
  withSafeFrame,
} from "./safe-frame.js";

const FRAME = frameText("nb");

describe("the parts of a guide", () => {
  it("begin with their headings; what stands before the first has none", () => {
    expect(guideSections("Først\n\n## Åpne\nHei\n\n## Spør\nHva?\nHvem?")).toEqual([
      { heading: "", text: "Først" },
      { heading: "Åpne", text: "Hei" },
      { heading: "Spør", text: "Hva?\nHvem?" },
    ]);
  });
});

describe("the safe frame", () => {
  it("is shown for a guide that does not have it", () => {
    const { tabs, doNotAsk, whenHeavy } = splitGuide("## Åpne\nHei", "nn");
    expect(tabs).toEqual([{ heading: "Åpne", text: "Hei" }]);
    expect(doNotAsk.text).toBe(SAFE_FRAME.doNotAsk.text.nn);
    expect(whenHeavy.heading).toBe("Om samtalen blir tung");
  });

  it("is shown once where the guide has it, in the guide's own words", () => {
    const body = "## Åpne\nHei\n\n## IKKE SPØR OM:\nPenger.\n\n## Hvis samtalen blir tung\nLytt.";
    expect(splitGuide(body, "en")).toEqual({
      tabs: [{ heading: "Åpne", text: "Hei" }],
      doNotAsk: { heading: "IKKE SPØR OM:", text: "Penger." },
      whenHeavy: { heading: "Hvis samtalen blir tung", text: "Lytt." },
    });
  });

  it("cannot be emptied: a heading without words under it gets the common ones", () => {
    expect(splitGuide("## Åpne\nHei\n\n## Ikke spør om\n\n## Hvis samtalen blir tung\n", "nb")).toMatchObject({
      doNotAsk: { text: SAFE_FRAME.doNotAsk.text.nb },
      whenHeavy: { text: SAFE_FRAME.whenHeavy.text.nb },
    });
  });

  it("is added to guides alone, in every language that is written, and only once", () => {
    const guide = { channel: "GUIDE" as const, body: { nb: "## Åpne\nHei", nn: null, en: "Hello" } };
    const once = withSafeFrame(guide);
    expect(once.body).toEqual({ nb: `## Åpne\nHei\n\n${FRAME}`, nn: null, en: `Hello\n\n${frameText("en")}` });
    expect(withSafeFrame(once)).toEqual(once);
    const sms = { channel: "SMS" as const, body: { nb: "Hei" } };
    expect(withSafeFrame(sms)).toBe(sms);
  });
});

describe("what an author writes", () => {
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom("\n", "\n\n", "## ", "## Åpne\n", "## Ikke spør om\n", "## Hvis samtalen blir tung\n", FRAME),
  );
  const anyBody = fc.array(words, { maxLength: 6 }).map((parts) => parts.join(""));

  it("comes back as written, letter for letter, whatever it holds", () => {
    fc.assert(
      fc.property(anyBody, fc.constantFrom(...LANGUAGES), (own, language) => {
        fc.pre(own.trim() !== "");
        const body = joinGuide(own, frameText(language));
        expect(partsOfGuide(body, language)).toEqual({ own, frame: frameText(language) });
      }),
    );
  });

  it("is never without the frame where it is shown", () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const { tabs, doNotAsk, whenHeavy } = splitGuide(body, "nb");
        expect(doNotAsk.text).not.toBe("");
        expect(whenHeavy.text).not.toBe("");
        expect(tabs.map(({ heading }) => heading)).not.toContain("Ikke spør om");
      }),
    );
  });
});
