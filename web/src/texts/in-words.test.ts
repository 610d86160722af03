import { LANGUAGES, LEVEL_TERMS } from "@varde/domain";
import { expect, test } from "vitest";
import { inWords } from "./in-words";
import { loadCatalogue, loadMore } from "./language";

test("texts say the organization's word, in functions and groups too, and are made once", () => {
  const texts = {
    title: "Lag og <regions>",
    group: { in: (name: string) => `${name}: <each> <region>` },
    list: ["<New> <region>"],
  };
  const said = inWords(texts, "COUNTY", "nb");
  expect(said.title).toBe("Lag og fylker");
  expect(said.group.in("Hele landet")).toBe("Hele landet: hvert fylke");
  expect(said.list).toEqual(["Nytt fylke"]);
  expect(inWords(texts, "COUNTY", "nb")).toBe(said);
  expect(inWords(texts, "REGION", "nb").title).toBe("Lag og regioner");
});

/** Every text there is, functions called with something of each kind a text is made with. */
function every(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((part, index) => every(part, `${path}.${index}`));
  if (typeof value === "function") {
    const source = Function.prototype.toString.call(value);
    return [...source.matchAll(/<\w+>/g)].map(([token]) => [path, token]);
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, part]) => every(part, `${path}.${key}`));
}

test("no token is left in any text of any language, whatever the word is", async () => {
  for (const language of LANGUAGES) {
    const raw = { ...(await loadCatalogue(language)), ...(await loadMore(language)) };
    const tokens = every(raw, language).filter(([, text]) => /<\w+>/.test(text));
    expect(tokens.length).toBeGreaterThan(20);
    for (const term of LEVEL_TERMS) {
      const say = inWords({ tokens: tokens.map(([, text]) => text) }, term, language);
      expect(say.tokens.filter((text) => /<\w+>/.test(text))).toEqual([]);
    }
  }
});
