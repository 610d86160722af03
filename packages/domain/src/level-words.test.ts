import { expect, test } from "vitest";
import { LANGUAGES } from "./definition.js";
import { inLevelWords, LEVEL_TERMS, levelWords } from "./level-words.js";

test("a text is said in the organization's own word, and the words before it follow", () => {
  expect(inLevelWords("<New> <region>", "REGION", "nb")).toBe("Ny region");
  expect(inLevelWords("<New> <region>", "COUNTY", "nb")).toBe("Nytt fylke");
  expect(inLevelWords("Flyttet til <another> <region>", "DISTRICT", "nb")).toBe("Flyttet til et annet distrikt");
  expect(inLevelWords("<TheRegions> slik de var", "CIRCLE", "nb")).toBe("Kretsene slik de var");
  expect(inLevelWords("<A> <region> kan leggjast ned", "ZONE", "nn")).toBe("Ei sone kan leggjast ned");
  expect(inLevelWords("Chapters in some <regions>", "COUNTY", "en")).toBe("Chapters in some counties");
});

test("what is no token of ours is left alone", () => {
  for (const text of ["a < b > c", "<script>", "<>", "Region Midt", "<constructor>", "<toString>"])
    expect(inLevelWords(text, "COUNTY", "nb")).toBe(text);
});

test("every term has every form in every language", () => {
  for (const term of LEVEL_TERMS)
    for (const language of LANGUAGES)
      for (const word of Object.values(levelWords(term, language))) expect(word).toMatch(/^[a-zæøå ]+$/);
});
