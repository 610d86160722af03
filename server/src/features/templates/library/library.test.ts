import { isDeepStrictEqual } from "node:util";
import {
  checkDefinition,
  fillMessage,
  forbiddenMergeFields,
  isAboutMember,
  LANGUAGES,
  lockScreenWords,
  mergeFieldsIn,
  MERGE_FIELDS,
  smsInfo,
  SMS_WARNING_LENGTH,
  unknownMergeFields,
} from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import { describe, expect, it } from "vitest";
import { ASKER_PLAN } from "./asker.js";
import { LIBRARY } from "./library.js";

const ALL = [...LIBRARY, ...ASKER_PLAN];

const NORMAL = {
  fornavn: "Marie",
  avsender: "Jonas",
  telefon: "00000123",
  kortnavn: "MHU Asker",
  lokallag: "Mental Helse Ungdom Asker",
  dato: "torsdag 23. april",
  klokka: "18.00",
  sted: "Kulturhuset",
  lenke: "https://varde.example/asker-1",
  bidrag: "hjelpen med maten i går",
  antall: "12",
};

/** Every localized text in a value: objects with an `nb`. */
function texts(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== "object" || value === null) return [];
  if ("nb" in value) return [value as Record<string, unknown>];
  return Object.values(value).flatMap(texts);
}

describe.each(ALL.map(({ key, definition }) => [key, definition] as const))("%s", (key, definition) => {
  it("has every text in all three languages", () => {
    for (const text of texts(definition)) {
      for (const language of LANGUAGES) expect(text[language], JSON.stringify(text)).toMatch(/\S/);
      // nynorsk, as the glossary has it
      expect(text["nn"]).not.toMatch(/medlemm|\b(ikke|jeg|hva|noe|noen|hvordan|fra|også|være)\b/i);
    }
  });

  it("keeps its SMS within two segments of GSM-7 and off the lock screen", () => {
    for (const message of definition.messages.filter(({ channel }) => channel === "SMS")) {
      for (const language of LANGUAGES) {
        const body = message.body[language] ?? "";
        const filled = fillMessage(body, NORMAL);
        const info = smsInfo(filled.text);
        expect(filled.missing).toEqual([]);
        expect(info.outsideGsm7, `${message.key} ${language}`).toEqual([]);
        expect(info.length, `${message.key} ${language}`).toBeLessThanOrEqual(SMS_WARNING_LENGTH);
        expect(lockScreenWords(filled.text)).toEqual([]);
        expect(forbiddenMergeFields(body, { channel: "SMS", part: "body" })).toEqual([]);
      }
    }
  });

  it("names no health in a subject and uses only fields that can be filled", () => {
    for (const message of definition.messages) {
      for (const language of LANGUAGES) {
        const subject = message.subject?.[language] ?? "";
        const body = message.body[language] ?? "";
        expect(lockScreenWords(subject)).toEqual([]);
        expect(forbiddenMergeFields(subject, { channel: message.channel, part: "subject" })).toEqual([]);
        expect(unknownMergeFields(subject + body)).toEqual([]);
        const member = mergeFieldsIn(subject + body).filter(
          (name) => MERGE_FIELDS[name as keyof typeof MERGE_FIELDS] === "MEMBER",
        );
        if (!isAboutMember(definition.trigger)) expect(member, message.key).toEqual([]);
      }
    }
  });

  it("asks no free text about one person and at most five questions", () => {
    expect(definition.reportFields.length).toBeLessThanOrEqual(5);
    if (isAboutMember(definition.trigger)) {
      expect(definition.reportFields.filter(({ type }) => type === "TEXT")).toEqual([]);
      expect(definition.reportFields.length).toBeLessThanOrEqual(3);
    } else expect(definition.periodReport ?? null).toBeNull();
  });

  it("has unique keys, and the same merge fields in every language", () => {
    for (const list of [definition.steps, definition.messages, definition.reportFields, definition.targets]) {
      const keys = list.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
    for (const { body } of definition.messages) {
      const fields = LANGUAGES.map((language) => mergeFieldsIn(body[language] ?? "").sort());
      expect(fields.every((one) => isDeepStrictEqual(one, fields[0]))).toBe(true);
    }
  });

  it("can be published as it is", () => {
    const problems = checkDefinition(definition, { forPublish: true });
    expect(problems.filter(({ level }) => level === "ERROR")).toEqual([]);
    // the designer's warning stands on one only: a report of five questions with a text that goes into the annual report
    expect(problems.map(({ code }) => code)).toEqual(key === "ip-11" ? ["BURDEN"] : []);
  });

  it("survives the way to the database and back", () => {
    expect(JSON.parse(JSON.stringify(definition)) as TemplateDefinition).toEqual(definition);
  });
});

describe("the library", () => {
  it("holds twelve templates with unique keys, five of them core", () => {
    expect(LIBRARY).toHaveLength(12);
    expect(ASKER_PLAN).toHaveLength(7);
    expect(new Set(ALL.map(({ key }) => key)).size).toBe(ALL.length);
    expect(LIBRARY.filter(({ core }) => core).map(({ key }) => key)).toEqual([
      "ip-01",
      "ip-02",
      "ip-03",
      "ip-05",
      "ip-09",
    ]);
    for (const { key } of ALL) expect(key).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
  });

  it("ends every guide with what is always shown", () => {
    const guides = LIBRARY.flatMap(({ definition }) => definition.messages).filter(
      ({ channel }) => channel === "GUIDE",
    );
    expect(guides.length).toBeGreaterThanOrEqual(5);
    for (const { body } of guides) {
      const headings = Array.from(body.nb.matchAll(/^## (.+)$/gm), (match) => match[1]);
      expect(headings.slice(-2)).toEqual(["Ikke spør om", "Hvis samtalen blir tung"]);
      expect(headings.length).toBeGreaterThanOrEqual(4);
      const counts = LANGUAGES.map((language) => (body[language] ?? "").match(/^## /gm)?.length);
      expect(new Set(counts).size).toBe(1);
    }
  });
});
