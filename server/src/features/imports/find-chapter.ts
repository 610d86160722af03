import { headerKey, type ImportedMember } from "./read/index.js";

export type ChapterNames = { id: string; name: string; short_name: string; municipalities: string[] };
/** The chapter a row belongs in; null when none or several fit. */
export type FindChapter = (member: Pick<ImportedMember, "chapter" | "municipality">) => string | null;

/** What is equal in two spellings of a name. */
const keyOf = (name: string): string => headerKey(name);

function index(entries: Iterable<[name: string, id: string]>): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const [name, id] of entries) {
    const key = keyOf(name);
    if (key === "") continue;
    // two chapters of one name: neither is meant
    found.set(key, found.has(key) && found.get(key) !== id ? null : id);
  }
  return found;
}

/**
 * Finds chapters by full or short name; where the file names none, by municipality, name or number. `fallback` is the chapter of
 * rows that name neither: the own one, or null for national.
 */
export function chapterFinder(chapters: readonly ChapterNames[], fallback: string | null): FindChapter {
  const byName = index(
    chapters.flatMap(({ id, name, short_name }): [string, string][] => [
      [name, id],
      [short_name, id],
    ]),
  );
  const byMunicipality = index(
    chapters.flatMap(({ id, municipalities }) => municipalities.map((name): [string, string] => [name, id])),
  );
  return ({ chapter, municipality }) => {
    if (chapter !== null) return byName.get(keyOf(chapter)) ?? null;
    if (fallback !== null) return fallback;
    return municipality === null ? null : (byMunicipality.get(keyOf(municipality)) ?? null);
  };
}
