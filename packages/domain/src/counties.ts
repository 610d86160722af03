/**
 * The 15 counties of Norway since 1 January 2024 (SSB Klass, standard for fylker), with their place on a tile map
 * of 6 columns and 8 rows: every county the same size, so that area does not decide what is seen.
 */

/** `code` as in SSB (two digits), `name` in Norwegian, `short` for a small tile, `col` 0-5 from the west, `row` 0-7 from the north. */
export type County = { code: string; name: string; short: string; col: number; row: number };

export const COUNTIES: readonly County[] = [
  { code: "03", name: "Oslo", short: "Oslo", col: 2, row: 5 },
  { code: "11", name: "Rogaland", short: "Rogal.", col: 0, row: 6 },
  { code: "15", name: "Møre og Romsdal", short: "Møre", col: 1, row: 4 },
  { code: "18", name: "Nordland", short: "Nordl.", col: 3, row: 2 },
  { code: "31", name: "Østfold", short: "Østf.", col: 3, row: 6 },
  { code: "32", name: "Akershus", short: "Akersh.", col: 3, row: 5 },
  { code: "33", name: "Buskerud", short: "Busk.", col: 1, row: 5 },
  { code: "34", name: "Innlandet", short: "Innl.", col: 2, row: 4 },
  { code: "39", name: "Vestfold", short: "Vestf.", col: 2, row: 6 },
  { code: "40", name: "Telemark", short: "Telem.", col: 1, row: 6 },
  { code: "42", name: "Agder", short: "Agder", col: 1, row: 7 },
  { code: "46", name: "Vestland", short: "Vestl.", col: 0, row: 5 },
  { code: "50", name: "Trøndelag", short: "Trønd.", col: 2, row: 3 },
  { code: "55", name: "Troms", short: "Troms", col: 4, row: 1 },
  { code: "56", name: "Finnmark", short: "Finnm.", col: 5, row: 0 },
];

const byCode = new Map(COUNTIES.map((county) => [county.code, county]));

/** The county with the code, or null. */
export function countyOf(code: string): County | null {
  return byCode.get(code) ?? null;
}
