import { describe, expect, it } from "vitest";
import { chapterFinder } from "./find-chapter.js";

const CHAPTERS = [
  { id: "a", name: "Mental Helse Ungdom Asker", short_name: "MHU Asker", municipalities: ["Asker", "Lier"] },
  { id: "b", name: "Mental Helse Ungdom Bodø", short_name: "MHU Bodø", municipalities: ["Bodø"] },
  { id: "c", name: "Mental Helse Ungdom Salten", short_name: "MHU Salten", municipalities: ["Bodø", "Fauske"] },
];

describe("the chapter of a row", () => {
  const find = chapterFinder(CHAPTERS, null);
  it("is the one it names, however it is spelled", () => {
    for (const chapter of ["MHU Asker", "mental helse ungdom asker", "MHU-ASKER "])
      expect(find({ chapter, municipality: null })).toBe("a");
  });
  it("is named by its place where most chapters begin alike, and by a whole name before that", () => {
    expect(find({ chapter: "Salten", municipality: null })).toBe("c");
    const more = [...CHAPTERS, { id: "d", name: "Asker", short_name: "Asker ungdom", municipalities: [] }];
    expect(chapterFinder(more, null)({ chapter: "asker", municipality: null })).toBe("d");
    expect(chapterFinder(CHAPTERS.slice(0, 1), null)({ chapter: "Asker", municipality: null })).toBeNull();
  });
  it("is found by municipality where no chapter is named, unless two share it", () => {
    expect(find({ chapter: null, municipality: "LIER" })).toBe("a");
    expect(find({ chapter: null, municipality: "Bodø" })).toBeNull();
    expect(find({ chapter: null, municipality: null })).toBeNull();
  });
  it("is never guessed when it names one nobody knows", () => {
    expect(find({ chapter: "MHU Mars", municipality: "Lier" })).toBeNull();
    expect(chapterFinder(CHAPTERS, "b")({ chapter: "MHU Mars", municipality: null })).toBeNull();
  });
  it("is the own one in a chapter's file that names none, whatever the municipality", () => {
    expect(chapterFinder(CHAPTERS, "b")({ chapter: null, municipality: "Asker" })).toBe("b");
  });
});
