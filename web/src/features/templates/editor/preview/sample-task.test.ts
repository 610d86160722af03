import { emptyDefinition, type TemplateDefinition } from "@varde/domain";
import { describe, expect, it } from "vitest";
import { partAt, sampleFields, sampleTask, sampleValues, type Sample } from "./sample-task";

const definition: TemplateDefinition = {
  ...emptyDefinition(""),
  trigger: { kind: "MEMBER_JOINED", offsets: [5] },
  steps: [
    { key: "a", text: { nb: "Ring" } },
    { key: "b", text: { nb: "" } },
  ],
  messages: [
    {
      key: "m",
      channel: "SMS",
      title: { nb: "" },
      body: { nb: "Hei {{fornavn}}, {{kortnavn}} {{dato}}" },
      locked: false,
    },
    { key: "g", channel: "GUIDE", title: { nb: "Guide" }, body: { nb: "## Åpne\nHei" }, locked: true },
  ],
  reportFields: [{ key: "q", type: "NUMBER", label: { nb: "" }, required: true, source: "MEETING_ATTENDANCE" }],
};
const sample: Sample = {
  chapter: { id: "1", name: "Mental Helse Ungdom Asker", shortName: "MHU Asker" },
  withMeeting: false,
  today: "2026-03-03",
  crisisContacts: [],
  people: { member: "Ida", sender: "Jonas", place: "Kulturhuset" },
  unnamed: "Uten navn",
};

describe("a task of the draft", () => {
  it("is filled with the chapter's own name and the invented member's, and says what is missing as the real one does", () => {
    const { touchpoint, messages } = sampleTask(definition, sample);
    expect(messages[0]).toMatchObject({ body: { nb: "Hei Ida, MHU Asker {{dato}}" }, missing: ["dato"] });
    expect(touchpoint).toMatchObject({ name: { nb: "Uten navn" }, member: { firstName: "Ida" }, status: "OPEN" });
    expect(sampleTask(definition, { ...sample, withMeeting: true }).messages[0]?.missing).toEqual([]);
  });

  it("has the safe frame on its guide, which the draft does not have yet", () => {
    expect(sampleTask(definition, sample).messages[1]?.body.nb).toContain("## Ikke spør om");
  });

  it("stands open today, whatever days the draft says", () => {
    const wild = {
      ...definition,
      schedule: { opensAfterDays: 900, dueAfterDays: -900, missAfterDays: -4, lateAllowed: true },
    };
    const { opensOn, dueOn } = sampleTask(wild, sample).touchpoint;
    expect([opensOn, dueOn]).toEqual(["2026-03-03", "2026-03-03"]);
    const dates = [{ key: "d", name: { nb: "" }, opens: "02-31", due: "13-01" }];
    expect(sampleTask({ ...definition, trigger: { kind: "CALENDAR", dates } }, sample).touchpoint.dueOn).toBe(
      "2026-03-17",
    );
  });

  it.each<TemplateDefinition["trigger"]>([
    { kind: "PERIOD" },
    { kind: "CALENDAR" },
    { kind: "CALENDAR", dates: [{ key: "d", name: { nb: "" }, opens: "02-30", due: "" }] },
    { kind: "MEMBER_JOINED" },
    { kind: "MEMBER_INACTIVE", offsets: [99_999, -99_999] },
    { kind: "AFTER", offsets: [] },
  ])("is drawn for a draft that cannot work: %j", (trigger) => {
    expect(sampleTask({ ...definition, trigger }, sample).touchpoint.status).toBe("OPEN");
  });

  it("shows a stand-in where nothing is written", () => {
    expect(sampleTask(definition, sample).definition.steps.map(({ text }) => text.nb)).toEqual(["Ring", "…"]);
    expect(sampleFields(definition.reportFields)[0]?.label.nb).toBe("…");
    expect(sampleValues(definition.reportFields, "2026-03-03")).toEqual({ q: 14 });
  });
});

describe("where a place of the definition is on the page", () => {
  it.each([
    ["steps.1.text", "steps.b"],
    ["messages.0.body", "messages.m"],
    ["reportFields.0.label", "reportFields.q"],
    ["purpose", "purpose"],
    ["targets.0.text", null],
    ["steps.9.text", null],
    ["steps", null],
    [null, null],
  ])("%s is %s", (path, part) => expect(partAt(definition, path)).toBe(part));
});
