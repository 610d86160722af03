import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOCKABLE } from "./definition.js";
import type { Message, TemplateDefinition } from "./definition.js";
import { emptyDefinition } from "./definition-rules.js";
import { carriedOverlay, movedOn, pickOverlay, takeOverlay } from "./overlay-merge.js";
import { checkOverlay, ownStepKey } from "./overlay-rules.js";
import { applyOverlay, emptyOverlay, isEmptyOverlay, ownDueOn, overlayParts, tidyOverlay } from "./overlay.js";
import type { Overlay } from "./overlay.js";

const sms: Message = {
  key: "sms",
  channel: "SMS",
  title: { nb: "Invitasjon" },
  body: { nb: "Hei {{fornavn}}" },
  locked: false,
};
const mail: Message = { ...sms, key: "mail", channel: "EMAIL", subject: { nb: "Treff", nn: "Treff" } };
const guide: Message = { ...sms, key: "guide", channel: "GUIDE", body: { nb: "## Trygg ramme\nLytt" } };
const held: Message = { ...sms, key: "held", locked: true };

const definition: TemplateDefinition = {
  ...emptyDefinition("Medlemsmøte"),
  steps: [
    { key: "date", text: { nb: "Sett dato", nn: "Set dato", en: "Set a date" } },
    { key: "invite", text: { nb: "Inviter alle" } },
  ],
  messages: [sms, mail, guide, held],
};
const overlay = (over: Partial<Overlay>): Overlay => ({ ...emptyOverlay(), ...over });
const codes = (of: TemplateDefinition, over: Partial<Overlay>) =>
  checkOverlay(of, overlay(over)).map(
    ({ path, code, level }) => `${path.join(".")} ${code}${level === "WARNING" ? " (w)" : ""}`,
  );

const KEYS = [
  "date",
  "invite",
  "sms",
  "mail",
  "guide",
  "held",
  "own-1",
  "own-2",
  "own-3",
  "own-4",
  "own-5",
  "own-6",
  "gone",
];
const key = fc.constantFrom(...KEYS);
const words = fc.option(fc.constantFrom("", "  ", "Ring først", "Hei {{fornavn}}", "x".repeat(20)), { nil: undefined });
const own = fc.record({ nb: words, nn: words, en: words });
const step = fc.record({ key, text: own });
const anyOverlay: fc.Arbitrary<Overlay> = fc.record({
  steps: fc.array(step, { maxLength: 4 }),
  added: fc.array(step, { maxLength: 8 }),
  omitted: fc.array(key, { maxLength: 4 }),
  messages: fc.array(fc.record({ key, title: own, subject: own, body: own }), { maxLength: 4 }),
  dueDaysEarlier: fc.option(fc.integer({ min: -5, max: 400 })),
});
const anyDefinition: fc.Arbitrary<TemplateDefinition> = fc
  .record({
    locks: fc.subarray([...LOCKABLE]),
    own: fc.boolean(),
    order: fc.shuffledSubarray(definition.messages, { minLength: 0 }),
  })
  .map(({ locks, own: mixed, order }) => ({
    ...definition,
    locks,
    messages: order,
    // a version national made of a chapter's proposal
    steps: mixed ? [...definition.steps, { key: "own-1", text: { nb: "Fra et lag" } }] : definition.steps,
  }));

describe("applyOverlay", () => {
  test("shows own words language by language, leaves steps out and puts own ones last", () => {
    const shown = applyOverlay(
      definition,
      overlay({
        steps: [{ key: "date", text: { nb: "Sett dato på styremøtet" } }],
        omitted: ["invite"],
        added: [{ key: "own-1", text: { nb: "Bestill pizza" } }],
        messages: [{ key: "mail", subject: { nn: "Medlemstreff" }, body: { nb: "Kom!" } }],
      }),
    );
    expect(shown.steps).toEqual([
      { key: "date", text: { nb: "Sett dato på styremøtet", nn: "Set dato", en: "Set a date" } },
      { key: "own-1", text: { nb: "Bestill pizza" } },
    ]);
    expect(shown.messages[1]).toEqual({ ...mail, subject: { nb: "Treff", nn: "Medlemstreff" }, body: { nb: "Kom!" } });
  });

  test("never touches a guide, a locked message, or anything that is asked, judged or dated", () => {
    const shown = applyOverlay(
      definition,
      overlay({ messages: ["guide", "held"].map((k) => ({ key: k, body: { nb: "Annet" } })), dueDaysEarlier: 7 }),
    );
    expect(shown).toEqual(definition);
  });

  test("the empty overlay changes nothing", () => {
    fc.assert(
      fc.property(anyDefinition, (def) => {
        expect(applyOverlay(def, emptyOverlay())).toEqual(def);
      }),
    );
  });

  test("twice is once", () => {
    fc.assert(
      fc.property(anyDefinition, anyOverlay, (def, over) => {
        const once = applyOverlay(def, over);
        expect(applyOverlay(once, over)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  test("what is locked stays whatever the overlay says", () => {
    fc.assert(
      fc.property(anyDefinition, anyOverlay, (def, over) => {
        const shown = applyOverlay(def, over);
        if (def.locks.includes("STEPS")) expect(shown.steps).toEqual(def.steps);
        for (const [i, message] of def.messages.entries()) {
          if (message.locked || message.channel === "GUIDE" || def.locks.includes("MESSAGES"))
            expect(shown.messages[i]).toEqual(message);
        }
        const { steps: _s, messages: _m, ...rest } = shown;
        const { steps: _t, messages: _n, ...before } = def;
        expect(rest).toEqual(before);
        if (def.locks.includes("SCHEDULE"))
          expect(ownDueOn(def, over, { opensOn: "2026-01-01", dueOn: "2026-02-01" })).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  test("tidying changes nothing that is shown, and what passes the rules is shown whole", () => {
    fc.assert(
      fc.property(anyDefinition, anyOverlay, (def, over) => {
        expect(applyOverlay(def, tidyOverlay(def, over))).toEqual(applyOverlay(def, over));
      }),
      { numRuns: 300 },
    );
  });
});

test("an own deadline is before national's, and never before the task opens", () => {
  const days = { opensOn: "2026-03-01", dueOn: "2026-03-20" };
  expect(ownDueOn(definition, overlay({ dueDaysEarlier: 5 }), days)).toBe("2026-03-15");
  expect(ownDueOn(definition, overlay({ dueDaysEarlier: 90 }), days)).toBe("2026-03-01");
  expect(
    ownDueOn(definition, overlay({ dueDaysEarlier: 5 }), { opensOn: "2026-03-20", dueOn: "2026-03-20" }),
  ).toBeNull();
  for (const dueDaysEarlier of [0, -3, 1.5, 999, null])
    expect(ownDueOn(definition, overlay({ dueDaysEarlier }), days)).toBeNull();
  expect(ownDueOn({ locks: ["SCHEDULE"] }, overlay({ dueDaysEarlier: 5 }), days)).toBeNull();
  expect(ownDueOn(definition, null, days)).toBeNull();
});

describe("checkOverlay", () => {
  test("takes what national left open", () => {
    expect(
      codes(definition, {
        steps: [{ key: "date", text: { nb: "Ny tekst" } }],
        added: [{ key: ownStepKey("A1B2"), text: { nb: "Mer" } }],
        omitted: ["invite"],
        messages: [{ key: "sms", title: { nb: "Vår" }, body: { nb: "Hei {{fornavn}}, {{kortnavn}}" } }],
        dueDaysEarlier: 7,
      }),
    ).toEqual([]);
  });

  test.each<[string, Partial<TemplateDefinition>, Partial<Overlay>, string[]]>([
    [
      "locked steps",
      { locks: ["STEPS"] },
      { steps: [{ key: "date", text: { nb: "x" } }], omitted: ["invite"] },
      ["steps.date LOCKED", "omitted.invite LOCKED"],
    ],
    [
      "locked own steps",
      { locks: ["STEPS"] },
      { added: [{ key: "own-1", text: { nb: "x" } }] },
      ["added.own-1 LOCKED"],
    ],
    [
      "locked messages",
      { locks: ["MESSAGES"] },
      { messages: [{ key: "sms", body: { nb: "x" } }] },
      ["messages.sms LOCKED"],
    ],
    ["a guide", {}, { messages: [{ key: "guide", body: { nb: "x" } }] }, ["messages.guide LOCKED"]],
    ["a locked message", {}, { messages: [{ key: "held", body: { nb: "x" } }] }, ["messages.held LOCKED"]],
    ["a locked schedule", { locks: ["SCHEDULE"] }, { dueDaysEarlier: 3 }, ["dueDaysEarlier LOCKED"]],
    ["days out of range", {}, { dueDaysEarlier: 181 }, ["dueDaysEarlier OUT_OF_RANGE"]],
    [
      "unknown keys",
      {},
      { steps: [{ key: "x", text: { nb: "x" } }], omitted: ["y"], messages: [{ key: "z", body: { nb: "x" } }] },
      ["steps.x UNKNOWN_KEY", "omitted.y UNKNOWN_KEY", "messages.z UNKNOWN_KEY"],
    ],
    ["a key twice", {}, { steps: [{ key: "date", text: { nb: "x" } }], omitted: ["date"] }, ["omitted.date DUPLICATE"]],
    [
      "an own step with national's key",
      {},
      { added: [{ key: "date", text: { nb: "x" } }] },
      ["added.date INVALID_KEY"],
    ],
    ["an own step without words", {}, { added: [{ key: "own-1", text: { nn: "x" } }] }, ["added.own-1.nb REQUIRED"]],
    [
      "six own steps",
      {},
      { added: [1, 2, 3, 4, 5, 6].map((n) => ({ key: `own-${n}`, text: { nb: "x" } })) },
      ["added TOO_MANY"],
    ],
    ["long texts", {}, { steps: [{ key: "date", text: { en: "x".repeat(1001) } }] }, ["steps.date.en TOO_LONG"]],
    [
      "a fødselsnummer",
      {},
      { steps: [{ key: "date", text: { nb: "Ring 01 01 00 00013 02 0185 0000 01010750160" } }] },
      ["steps.date.nb NATIONAL_ID"],
    ],
    [
      "an unknown merge field",
      {},
      { messages: [{ key: "sms", body: { nb: "{{adresse}}" } }] },
      ["messages.sms.body.nb UNKNOWN_MERGE_FIELD"],
    ],
    [
      "the full name in an SMS",
      {},
      { messages: [{ key: "sms", body: { nb: "{{lokallag}}" } }] },
      ["messages.sms.body.nb FORBIDDEN_MERGE_FIELD"],
    ],
    [
      "a telling word on a lock screen",
      {},
      { messages: [{ key: "mail", subject: { nb: "Treff i Mental Helse" } }] },
      ["messages.mail.subject.nb LOCK_SCREEN_WORD"],
    ],
    [
      "a subject where there is none",
      {},
      { messages: [{ key: "sms", subject: { nb: "x" } }] },
      ["messages.sms.subject NOT_ALLOWED"],
    ],
    [
      "what costs more is a warning",
      {},
      { messages: [{ key: "sms", body: { nb: `«${"x".repeat(200)}` } }] },
      ["messages.sms.body.nb SMS_OUTSIDE_GSM7 (w)", "messages.sms.body.nb SMS_TOO_LONG (w)"],
    ],
  ])("refuses %s", (_name, def, over, expected) => {
    expect(codes({ ...definition, ...def }, over)).toEqual(expected);
  });

  test("never throws, and says LOCKED for whatever is locked", () => {
    fc.assert(
      fc.property(anyDefinition, anyOverlay, (def, over) => {
        const locked = checkOverlay(def, over).filter(({ code }) => code === "LOCKED");
        if (def.locks.includes("STEPS"))
          expect(locked.filter(({ path }) => ["steps", "added", "omitted"].includes(path[0] ?? ""))).toHaveLength(
            over.steps.length + over.added.length + over.omitted.length,
          );
      }),
    );
  });
});

describe("carried to the next version", () => {
  const mine = overlay({
    steps: [{ key: "date", text: { nb: "Vår dato" } }],
    added: [{ key: "own-1", text: { nb: "Bestill pizza" } }],
    omitted: ["invite"],
    messages: [{ key: "sms", body: { nb: "Hei, du" } }],
    dueDaysEarlier: 4,
  });
  test("all of it where nothing changed", () => {
    expect(carriedOverlay(definition, mine)).toEqual({ overlay: mine, left: [] });
  });
  test("what still fits; the rest is named", () => {
    const next = {
      ...definition,
      locks: ["SCHEDULE" as const],
      steps: [{ key: "date", text: { nb: "Ny" } }],
      messages: [],
    };
    const { overlay: taken, left } = carriedOverlay(next, mine);
    expect(taken).toEqual(overlay({ steps: mine.steps, added: mine.added }));
    expect(left).toEqual([
      { part: "STEPS", key: "invite" },
      { part: "MESSAGES", key: "sms" },
      { part: "SCHEDULE", key: "" },
    ]);
  });
  test("what is carried passes the rules", () => {
    fc.assert(
      fc.property(anyDefinition, anyDefinition, anyOverlay, (_from, next, over) => {
        const { overlay: taken } = carriedOverlay(next, over);
        const errors = checkOverlay(next, taken).filter(({ level, code }) => level === "ERROR" && code !== "TOO_MANY");
        expect(errors).toEqual([]);
      }),
    );
  });
});

describe("taken into national's draft", () => {
  const mine = overlay({
    steps: [{ key: "date", text: { nb: "Vår dato" } }],
    added: [{ key: "own-1", text: { nb: "Bestill pizza" } }],
    omitted: ["invite"],
    messages: [{ key: "sms", body: { nb: "Hei, du" } }],
  });
  test("only the chosen parts", () => {
    const taken = takeOverlay(definition, definition, mine, [{ part: "STEPS", key: "own-1" }]);
    expect(taken.steps.map(({ key: k }) => k)).toEqual(["date", "invite", "own-1"]);
    expect(taken.messages).toEqual(definition.messages);
  });
  test("where the draft has moved on it is said; what it says already is no conflict", () => {
    const draft = applyOverlay(definition, overlay({ steps: [{ key: "date", text: { nb: "Nasjonal ny" } }] }));
    expect(movedOn(draft, definition, mine)).toEqual([{ part: "STEPS", key: "date" }]);
    expect(movedOn(applyOverlay(definition, mine), definition, mine)).toEqual([]);
    expect(takeOverlay(draft, definition, mine, overlayParts(mine)).steps[0]?.text.nb).toBe("Vår dato");
  });
  test("a step the draft took away comes back where it stood when one insists", () => {
    const draft = { ...definition, steps: definition.steps.slice(1) };
    expect(movedOn(draft, definition, mine)).toEqual([{ part: "STEPS", key: "date" }]);
    expect(takeOverlay(draft, definition, mine, [{ part: "STEPS", key: "date" }]).steps.map(({ key: k }) => k)).toEqual(
      ["date", "invite"],
    );
  });
  test("all parts on the version itself are what the chapter saw", () => {
    fc.assert(
      fc.property(anyDefinition, anyOverlay, (def, over) => {
        const shown = applyOverlay(def, over);
        const taken = takeOverlay(def, def, over, overlayParts(over));
        expect(taken.messages).toEqual(shown.messages);
        expect(new Set(taken.steps)).toEqual(new Set(shown.steps));
        expect(movedOn(def, def, over)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

test("parts are picked apart and nothing is empty", () => {
  const mine = overlay({ added: [{ key: "own-1", text: { nb: "x" } }], dueDaysEarlier: 2 });
  expect(overlayParts(mine)).toEqual([
    { part: "STEPS", key: "own-1" },
    { part: "SCHEDULE", key: "" },
  ]);
  expect(pickOverlay(mine, [{ part: "SCHEDULE", key: "" }])).toEqual(overlay({ dueDaysEarlier: 2 }));
  expect(isEmptyOverlay(emptyOverlay())).toBe(true);
  expect(isEmptyOverlay(mine)).toBe(false);
});
