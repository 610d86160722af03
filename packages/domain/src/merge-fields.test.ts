import { describe, expect, test } from "vitest";
import { fillMessage, forbiddenMergeFields, mergeFieldsIn, unknownMergeFields } from "./merge-fields.js";

describe("merge fields", () => {
  test.each([
    ["Hei {{fornavn}}!", ["fornavn"], []],
    ["{{ fornavn }} og {{fornavn}}", ["fornavn"], []],
    ["{{dato}} kl. {{klokka}}, {{adresse}}", ["dato", "klokka", "adresse"], ["adresse"]],
    ["{{Fornavn}} {{toString}}", ["Fornavn", "toString"], ["Fornavn", "toString"]],
    ["{fornavn} {{}} {{a b}}", [], []],
  ])("%s", (text, found, unknown) => {
    expect(mergeFieldsIn(text)).toEqual(found);
    expect(unknownMergeFields(text)).toEqual(unknown);
  });

  test.each([
    ["SMS", "body", ["lokallag"]],
    ["EMAIL", "subject", ["lokallag"]],
    ["EMAIL", "body", []],
    ["GUIDE", "body", []],
  ] as const)("the chapter's full name in %s %s", (channel, part, forbidden) =>
    expect(forbiddenMergeFields("{{kortnavn}} {{lokallag}}", { channel, part })).toEqual(forbidden),
  );
});

describe("filling", () => {
  test.each([
    ["all there", "Hei {{fornavn}}, {{ sted }}", { fornavn: "Åse", sted: "Huset" }, "Hei Åse, Huset", []],
    ["one missing, twice", "{{dato}} {{dato}} {{sted}}", { sted: "x" }, "{{dato}} {{dato}} x", ["dato"]],
    ["blank is missing", "{{ fornavn }}", { fornavn: "  " }, "{{fornavn}}", ["fornavn"]],
    ["a value is no template", "{{fornavn}}", { fornavn: "{{telefon}} $1 $&" }, "{{telefon}} $1 $&", []],
    ["nothing from the prototype", "{{constructor}}", {}, "{{constructor}}", ["constructor"]],
  ])("%s", (_name, text, values, filled, missing) =>
    expect(fillMessage(text, values)).toEqual({ text: filled, missing }),
  );
});
