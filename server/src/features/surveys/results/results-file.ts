import { cellsOf, fraction, HIDDEN_MARK, showPercent, WHOLE_FORM } from "@varde/domain";
import type { CsvCell, Language, LocalizedText, SurveyQuestion } from "@varde/domain";
import { buffer } from "node:stream/consumers";
import { say } from "../../../kernel/errors/say.js";
import { csvOf, sizeIn, xlsxOf } from "../../standings/index.js";
import type { Book } from "../../standings/index.js";
import type { Survey } from "../survey.type.js";
import type { ResultsFile, SurveyGroup, SurveyPlace, SurveyResults } from "./results.type.js";
import { RESULT_TEXTS } from "./results.texts.js";

type Place = Pick<SurveyPlace, "level" | "id"> & { name: string };
/** An answer of a table: its cell and what it is called. */
type Choice = { cell: string; label: string };

const said = (text: LocalizedText | null | undefined, language: Language): string => text?.[language] || text?.nb || "";

function markLabel(question: SurveyQuestion, mark: string, language: Language): string {
  if (mark === "none") return said(question.scale?.none, language);
  const marks = cellsOf({ ...question, rows: question.rows?.slice(0, 1) ?? [] })
    .map((cell) => cell.slice(cell.lastIndexOf(":") + 1))
    .filter((one) => one !== "none");
  const end = mark === marks[0] ? question.scale?.lowest : mark === marks.at(-1) ? question.scale?.highest : null;
  return end ? `${mark} (${said(end, language)})` : mark;
}

/** What can be answered to a question, or to one line of a matrix; nothing for free text. */
function choicesOf(question: SurveyQuestion, line: string | null, language: Language): Choice[] {
  const label = (cell: string): string =>
    said(question.options?.find(({ key }) => key === cell)?.label, language) ||
    markLabel(question, cell.slice(cell.lastIndexOf(":") + 1), language);
  return cellsOf(question)
    .filter((cell) => line === null || cell.slice(0, cell.lastIndexOf(":")) === line)
    .map((cell) => ({ cell, label: label(cell) }));
}

/** The size of a group by its id, as `60-99` or `100-`. */
function sizeNamed(id: string, language: Language): string {
  const [atLeast = "0", last = ""] = id.split("-");
  return sizeIn({ atLeast: Number(atLeast), below: last === "" ? null : Number(last) + 1 }, language);
}

/** The published results as a table that stands alone: a line for each question, answer and group; what is hidden is `:`. */
export function resultsBook(survey: Survey, results: SurveyResults, link: string, language: Language): Book {
  const t = (key: keyof typeof RESULT_TEXTS): string => say(language, RESULT_TEXTS[key]);
  const places: Place[] = [
    { level: "WHOLE", id: "", name: t("whole") },
    ...results.places.map((place) => ({
      ...place,
      name: place.level === "SIZE" ? sizeNamed(place.id, language) : place.name,
    })),
  ];
  const find = (groups: readonly SurveyGroup[], { level, id }: Place) =>
    groups.find((group) => group.level === level && (group.id ?? "") === id);
  const count = (n: number, of: number): CsvCell[] => [
    n,
    showPercent(fraction(n, of)) ? Math.round((100 * n) / of) : null,
  ];
  const lineOf = (name: string, line: string, label: string, cell: string | null, group: SurveyGroup | undefined) => {
    if (!group) return [name, line, label, HIDDEN_MARK, HIDDEN_MARK, HIDDEN_MARK];
    const n = group.cells.find((one) => one.cell === cell)?.n ?? 0;
    return [name, line, label, group.n, ...(cell === null ? [null, null] : count(n, group.n))];
  };
  const tables = results.tables.filter(({ question }) => question !== WHOLE_FORM);
  const forms = results.tables.find(({ question }) => question === WHOLE_FORM)?.groups ?? [];
  const rows = tables.flatMap(({ question: key, line, groups }): CsvCell[][] => {
    const question = survey.definition.questions.find((one) => one.key === key);
    if (!question) return [];
    const name = said(question.title, language);
    const statement = said(question.rows?.find((row) => row.key === line)?.label, language);
    const choices = choicesOf(question, line, language);
    const answers = choices.length === 0 ? [{ cell: null, label: "" }] : choices;
    return places.flatMap((place) =>
      answers.map(({ cell, label }) => [place.name, ...lineOf(name, statement, label, cell, find(groups, place))]),
    );
  });
  const sent = (place: Place): CsvCell[] => [
    place.name,
    t("sent"),
    "",
    "",
    find(forms, place)?.n ?? HIDDEN_MARK,
    null,
    null,
  ];
  const [whole, ...others] = places;
  return {
    numbersName: t("numbers"),
    definitionsName: t("definitions"),
    facts: [
      [t("survey"), said(results.title, language)],
      [t("days"), `${survey.opensOn ?? ""} ${t("to")} ${survey.closesOn ?? ""}`],
      [t("publishedOn"), results.publishedOn ?? ""],
      [t("link"), link],
    ],
    head: [t("group"), t("question"), t("line"), t("answer"), t("answered"), t("chose"), t("percent")],
    rows: [...others.map(sent), ...rows],
    total: sent(whole!),
    definitions: [
      [t("answered"), t("answeredMeans")],
      [t("chose"), t("choseMeans")],
      [t("percent"), t("percentMeans")],
      [HIDDEN_MARK, t("hiddenMeans").replace("#", String(results.within))],
    ],
  };
}

/** The book as a file in base64. */
export async function resultsFile(book: Book, format: "CSV" | "XLSX", language: Language): Promise<ResultsFile> {
  const content =
    format === "CSV" ? Buffer.from([...csvOf(book)].join("")) : await buffer(await xlsxOf(book, language));
  return { fileName: say(language, RESULT_TEXTS.fileName), content: content.toString("base64") };
}
