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

/** The first words that at least half of the chapters' names begin with, and two: what the federation calls itself in them. */
function sharedWords(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const words = name.split(/\s+/);
    for (let k = 1; k < words.length; k++) {
      const first = words.slice(0, k).join(" ");
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
  }
  const enough = Math.max(2, names.length / 2);
  return [...counts].reduce(
    (longest, [first, n]) => (n >= enough && first.length > longest.length ? first : longest),
    "",
  );
}

/** «Asker» for «Mental Helse Ungdom Asker», where most chapters begin so. */
function placeNames(chapters: readonly { id: string; name: string }[]): [string, string][] {
  const shared = sharedWords(chapters.map(({ name }) => name));
  if (shared === "") return [];
  return chapters
    .filter(({ name }) => name.startsWith(`${shared} `))
    .map(({ id, name }): [string, string] => [name.slice(shared.length + 1), id]);
}

/**
 * Finds chapters by full or short name, or by what stands after the words they share; where the file names none, by municipality, name or number. `fallback` is the chapter of
 * rows that name neither: the own one, or null for national.
 */
export function chapterFinder(chapters: readonly ChapterNames[], fallback: string | null): FindChapter {
  const byName = index(
    chapters.flatMap(({ id, name, short_name }): [string, string][] => [
      [name, id],
      [short_name, id],
    ]),
  );
  const byPlace = index([
    ...placeNames(chapters),
    ...placeNames(chapters.map(({ id, short_name: name }) => ({ id, name }))),
  ]);
  const byMunicipality = index(
    chapters.flatMap(({ id, municipalities }) => municipalities.map((name): [string, string] => [name, id])),
  );
  return ({ chapter, municipality }) => {
    if (chapter !== null) return byName.get(keyOf(chapter)) ?? byPlace.get(keyOf(chapter)) ?? null;
    if (fallback !== null) return fallback;
    return municipality === null ? null : (byMunicipality.get(keyOf(municipality)) ?? null);
  };
}
