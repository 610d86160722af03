import { HIDDEN_MARK, inLevelWords, toCsv } from "@varde/domain";
import type { CsvCell, Language, LevelTerm, LocalizedText, ReportField } from "@varde/domain";
import { say } from "../../kernel/errors/say.js";
import { optionKeys } from "./answer-fields.js";
import type { AnswerCell, AnswerTable } from "./answers.type.js";
import type { Window } from "./periods.js";
import { CSV_TEXTS } from "./standings.texts.js";

export type CsvInput = {
  table: Omit<AnswerTable, "csv">;
  scopeName: string;
  window: Window;
  language: Language;
  level: LevelTerm;
};

const textOf = (text: LocalizedText, language: Language): string => text[language] || text.nb;

function optionLabel(field: ReportField, key: string, language: Language): string {
  if (field.type === "YES_NO") return say(language, key === "true" ? CSV_TEXTS.yes : CSV_TEXTS.no);
  const option = field.options?.find((one) => one.key === key);
  return option ? textOf(option.label, language) : key;
}

const isNumber = ({ type }: ReportField): boolean => type === "NUMBER" || type === "AUTO" || type === "RATING";

/** Columns of one question: the sum and how many answered it, then one per option. Texts and dates have none. */
function headOf(field: ReportField, language: Language): string[] {
  const label = textOf(field.label, language);
  return [
    ...(isNumber(field) ? [label, `${label} (${say(language, CSV_TEXTS.answered)})`] : []),
    ...optionKeys(field).map((key) => `${label}: ${optionLabel(field, key, language)}`),
  ];
}

const shown = (value: number | null, isHidden: boolean): CsvCell => (value === null && isHidden ? HIDDEN_MARK : value);

function cellsOf(field: ReportField, cell: AnswerCell): CsvCell[] {
  return [
    ...(isNumber(field) ? [shown(cell.sum, cell.hidden), cell.n] : []),
    ...optionKeys(field).map((key) => shown(cell.options.find((option) => option.key === key)?.n ?? null, cell.hidden)),
  ];
}

/** The table as a file that stands alone: what, which period, which day, what the signs mean; then the rows and the sum. */
/** «60-99», or «100+» for the last class. */
const sizeOf = ({ atLeast, below }: NonNullable<AnswerTable["group"]>): string =>
  below === null ? `${atLeast}+` : `${atLeast}-${below - 1}`;

export function answerCsv({ table, scopeName, window, language, level }: CsvInput): string {
  const t = (key: keyof typeof CSV_TEXTS): string => inLevelWords(say(language, CSV_TEXTS[key]), level, language);
  const line = (cells: readonly AnswerCell[]): CsvCell[] =>
    table.fields.flatMap((field, i) => (cells[i] ? cellsOf(field, cells[i]) : []));
  const isHidden = table.fromSnapshot ? HIDDEN_MARK : null;
  return toCsv([
    [t("template"), textOf(table.template.name, language)],
    [t("scope"), scopeName],
    ...(table.group ? [[t("size"), sizeOf(table.group)]] : []),
    ...(table.membershipOn === table.referenceDate ? [] : [[t("regionsOn"), table.membershipOn]]),
    [t("period"), `${window.start} ${t("to")} ${window.end}`],
    [t("referenceDate"), table.referenceDate],
    ...(table.personsDate ? [[t("personsDate"), table.personsMonths, table.personsDate]] : []),
    ...(table.personsDate ? [[t("hidden")]] : []),
    [t("sums")],
    [],
    [t("chapter"), t("reports"), ...table.fields.flatMap((field) => headOf(field, language))],
    ...table.rows.map((row) => [row.chapter.name, row.reports ?? isHidden, ...line(row.cells)]),
    [t("total"), table.reports ?? isHidden, ...line(table.total)],
  ]);
}
