import { expect, test } from "vitest";
import { audit as en } from "../../texts/en/audit";
import { audit as nb } from "../../texts/nb/audit";
import { audit as nn } from "../../texts/nn/audit";
import { auditSentence, factsOf } from "./audit-sentence";

const facts = factsOf('{"chapters":15,"from":"2026-11-22","all":true,"note":null}', (day) => `<${day}>`);

test("a line of the trail is a sentence with the facts that matter", () => {
  expect(auditSentence(nb, "ROLLED_OUT", facts)).toBe("Rullet ut et interaksjonspunkt til 15 lag");
  expect(auditSentence(nn, "CHAPTER_MOVED", facts)).toBe("Flytta laget til <another> <region>, frå <2026-11-22>");
  expect(auditSentence(en, "CHAPTER_CLOSED", {})).toBe("Closed the chapter");
});

test("an action we have no words for is shown plainly", () => {
  expect(auditSentence(nb, "SOMETHING_NEW", factsOf(null, String))).toBe("Endring: something new");
});
