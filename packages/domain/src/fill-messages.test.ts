import { expect, test } from "vitest";
import { fillMessages } from "./fill-messages.js";
import type { MessageFacts } from "./fill-messages.js";

const facts: MessageFacts = {
  memberFirstName: "Ida",
  senderFirstName: "Jonas",
  chapterShortName: "MHU Asker",
  chapterName: "Mental Helse Ungdom Asker",
  meeting: { heldOn: "2026-04-23", startsAt: "18.00", place: "Kulturhuset", link: null },
};

test("fields are filled in each language, and what is empty is named", () => {
  const body = { nb: "Hei {{fornavn}}, {{dato}} {{lenke}}", nn: "Hei {{fornavn}}, {{dato}}", en: "{{antall}}" };
  const message = { key: "a", channel: "SMS" as const, title: { nb: "Treff" }, body, locked: false };
  expect(fillMessages([message], facts)).toEqual([
    {
      key: "a",
      channel: "SMS",
      title: { nb: "Treff" },
      subject: null,
      body: { nb: "Hei Ida, torsdag 23. april {{lenke}}", nn: "Hei Ida, torsdag 23. april", en: "{{antall}}" },
      missing: ["lenke", "antall"],
    },
  ]);
});

test("a guide carries the safe frame, whoever wrote it", () => {
  const guide = { key: "g", channel: "GUIDE" as const, title: { nb: "Guide" }, body: { nb: "Hei." }, locked: true };
  expect(fillMessages([guide], facts)[0]?.body.nb).toMatch(
    /^Hei\.\n\n## Ikke spør om\n.+\n\n## Hvis samtalen blir tung\n/,
  );
});
