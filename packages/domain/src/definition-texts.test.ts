import { describe, expect, test } from "vitest";
import { checkDefinition, emptyDefinition } from "./definition-rules.js";
import type { Message, ReportField, TemplateDefinition } from "./definition.js";

const nb = (text: string) => ({ nb: text });
const message = (more: Partial<Message>): Message => ({
  key: "m",
  channel: "SMS",
  title: nb("Treff"),
  body: nb("Hei!"),
  locked: false,
  ...more,
});
const rating = (min: number, max: number): ReportField => ({
  key: "r",
  type: "RATING",
  label: nb("Hvor bra?"),
  required: true,
  min,
  max,
});
const draft = (more: Partial<TemplateDefinition>): TemplateDefinition => ({
  ...emptyDefinition("Treff"),
  purpose: nb("Å møtes"),
  ...more,
});

/** What is said before publishing, as `path CODE level`. */
const said = (def: TemplateDefinition) =>
  checkDefinition(def, { forPublish: true }).map(({ path, code, level }) => `${path.join(".")} ${code} ${level}`);

describe("words that could out a member", () => {
  test("stop what is sent, and are pointed out where they only stand on a page", () => {
    const subject = nb("Om angst");
    const messages = [
      message({ key: "a", title: nb("Om psykisk helse"), body: nb("Mental Helse") }),
      message({ key: "b", channel: "EMAIL", subject, body: nb("Mental Helse") }),
      message({ key: "c", channel: "GUIDE", title: nb("Om psykisk helse"), body: nb("Om angst"), locked: true }),
    ];
    expect(said(draft({ name: nb("Selvmordsforebygging"), messages }))).toEqual([
      "name.nb LOCK_SCREEN_WORD WARNING",
      "messages.0.title.nb LOCK_SCREEN_WORD WARNING",
      "messages.0.body.nb LOCK_SCREEN_WORD ERROR",
      "messages.1.subject.nb LOCK_SCREEN_WORD ERROR",
    ]);
  });

  test("come with what they are about, so that one may say what to write instead", () => {
    const [found] = checkDefinition(draft({ messages: [message({ body: nb("Bli likeperson") })] }), {
      forPublish: true,
    });
    expect(found?.params).toEqual({ words: "likeperson", group: "PEERS" });
  });
});

test("a guide carries the safe frame and is always locked", () => {
  expect(said(draft({ messages: [message({ channel: "GUIDE" })] }))).toEqual([
    "messages.0.locked GUIDE_UNLOCKED ERROR",
  ]);
  expect(said(draft({ messages: [message({ channel: "GUIDE", locked: true })] }))).toEqual([]);
});

test("a long checklist is one, and a step of ten thousand characters is too long", () => {
  const steps = Array.from({ length: 60 }, (_, i) => ({ key: `s${i}`, text: nb("Gjør noe") }));
  expect(said(draft({ steps }))).toEqual([]);
  expect(said(draft({ steps: [{ key: "s", text: nb("a".repeat(10_000)) }] }))).toEqual([
    "steps.0.text.nb TOO_LONG ERROR",
  ]);
});

test.each([
  [1, 5, []],
  [0, 10, []],
  [-1_000_000_000, 5, ["reportFields.0.min OUT_OF_RANGE ERROR"]],
  [1, 1_000_000_000, ["reportFields.0.max OUT_OF_RANGE ERROR"]],
])("a scale from %d to %d", (min, max, problems) => {
  expect(said(draft({ reportFields: [rating(min, max)] }))).toEqual(problems);
});
