import { describe, expect, it } from "vitest";
import { checkSurvey, surveySeconds } from "./survey-rules.js";
import { STARTING_SURVEY } from "./survey-start.js";
import { ANSWERED, WHOLE_FORM, cellsOf, countForms, isAsked, keptAnswers } from "./survey.js";
import type { SurveyAnswers, SurveyDefinition, SurveyQuestion } from "./survey.js";

const words = (nb: string) => ({ nb, nn: nb, en: nb });
const asking = (questions: SurveyQuestion[]): SurveyDefinition => ({ ...STARTING_SURVEY, questions });
const yesNo = (key: string, more: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  key,
  kind: "SINGLE",
  title: words(key),
  options: [
    { key: "yes", label: words("Ja") },
    { key: "no", label: words("Nei") },
  ],
  ...more,
});

describe("the survey to begin with", () => {
  it("can be opened as it is, in three languages, and takes three minutes", () => {
    expect(checkSurvey(STARTING_SURVEY)).toEqual([]);
    expect(STARTING_SURVEY.questions).toHaveLength(12);
    expect(surveySeconds(STARTING_SURVEY)).toBeLessThanOrEqual(200);
    expect(STARTING_SURVEY.questions.filter(({ describes }) => describes).map(({ key }) => key)).toEqual([
      "member_for",
      "age",
    ]);
  });
});

describe("the rules", () => {
  const problems = (questions: SurveyQuestion[]) =>
    checkSurvey(asking(questions)).map(({ path, code }) => `${path.join(".")} ${code}`);

  it("say what is wrong, and where", () => {
    expect(problems([])).toEqual(["questions TOO_FEW"]);
    expect(problems([yesNo("a"), yesNo("a")])).toEqual(["questions.1.key DUPLICATE"]);
    expect(problems([yesNo("A b")])).toEqual(["questions.0.key INVALID_KEY"]);
    expect(problems([yesNo("constructor")])).toEqual(["questions.0.key INVALID_KEY"]);
    expect(problems([yesNo("a", { options: [] })])).toEqual(["questions.0.options TOO_FEW"]);
    expect(problems([yesNo("a", { atMost: 1 })])).toEqual(["questions.0.atMost NOT_FOR_KIND"]);
    expect(problems([yesNo("a", { kind: "SEVERAL", atMost: 3 })])).toEqual(["questions.0.atMost OUT_OF_RANGE"]);
    expect(problems([{ key: "s", kind: "SCALE", title: words("s") }])).toEqual([
      "questions.0.scale.lowest.nb REQUIRED",
      "questions.0.scale.highest.nb REQUIRED",
    ]);
    expect(problems([yesNo("a", { title: { nb: "a" } })])).toEqual([
      "questions.0.title.nn MISSING_LANGUAGE",
      "questions.0.title.en MISSING_LANGUAGE",
    ]);
  });

  it("let a question hang on an earlier one only, and on answers that it has", () => {
    const on = (question: string, ...anyOf: string[]) => ({ showIf: { question, anyOf } });
    expect(problems([yesNo("a"), yesNo("b", on("a", "yes"))])).toEqual([]);
    expect(problems([yesNo("a", on("b", "yes")), yesNo("b")])).toEqual(["questions.0.showIf.question ASKED_LATER"]);
    expect(problems([yesNo("a", on("a", "yes"))])).toEqual(["questions.0.showIf.question ASKED_LATER"]);
    expect(problems([yesNo("a", on("z", "yes"))])).toEqual(["questions.0.showIf.question UNKNOWN_QUESTION"]);
    expect(problems([yesNo("a"), yesNo("b", on("a", "maybe"))])).toEqual(["questions.1.showIf.anyOf UNKNOWN_OPTION"]);
    expect(problems([yesNo("a", { describes: true }), yesNo("b", on("a", "yes"))])).toEqual([
      "questions.1.showIf.question NOT_FOR_KIND",
    ]);
    expect(problems([yesNo("a"), yesNo("b", on("a"))])).toEqual(["questions.1.showIf.anyOf TOO_FEW"]);
  });
});

describe("an answer", () => {
  it("is kept as far as the form asks for it, and no further", () => {
    expect(
      keptAnswers(STARTING_SURVEY, {
        age: ["from_18", "from_26"],
        why_joined: ["learn", "fun", "other", "meet_people", "fun"],
        agree: ["informed:4", "informed:5", "heard:none", "heard:9", "nobody:1"],
        renew: ["11"],
        do_differently: ["  "],
        unknown: ["yes"],
        welcome: ["none"],
        __proto__: ["x"],
      } as SurveyAnswers),
    ).toEqual({
      age: ["from_18"],
      why_joined: ["meet_people", "fun", "learn"],
      agree: ["informed:4", "heard:none"],
      welcome: ["none"],
    });
  });

  it("cuts a long text between signs", () => {
    const kept = keptAnswers(STARTING_SURVEY, { do_differently: ["🙂".repeat(600)] });
    expect([...(kept["do_differently"]?.[0] ?? "")]).toHaveLength(500);
  });

  it("to a question that hangs on another is not kept without the other, however deep", () => {
    const deep = asking([
      yesNo("a"),
      yesNo("b", { showIf: { question: "a", anyOf: ["yes"] } }),
      yesNo("c", { showIf: { question: "b", anyOf: ["yes"] } }),
    ]);
    const all = { b: ["yes"], c: ["yes"] };
    expect(keptAnswers(deep, { a: ["no"], ...all })).toEqual({ a: ["no"] });
    expect(keptAnswers(deep, { a: ["yes"], ...all })).toEqual({ a: ["yes"], ...all });
    expect(isAsked(deep, deep.questions[2]!, { a: ["no"], b: ["yes"] })).toBe(false);
  });
});

describe("many forms", () => {
  it("become sums and texts that hold no form", () => {
    const forms: SurveyAnswers[] = [
      { age: ["from_18"], welcome: ["5"], do_differently: ["Mer pizza"] },
      { age: ["from_18"], agree: ["heard:1", "informed:2"] },
      {},
    ];
    const turned = <T>(items: T[]) => items.toReversed();
    const { counts, texts } = countForms(STARTING_SURVEY, forms, turned);
    const of = (question: string, cell: string) =>
      counts.find((count) => count.question === question && count.cell === cell)?.n ?? 0;
    expect(of(WHOLE_FORM, ANSWERED)).toBe(3);
    expect([of("age", ANSWERED), of("age", "from_18"), of("age", "under_15")]).toEqual([2, 2, 0]);
    expect([of("agree", ANSWERED), of("agree", "heard:1"), of("do_differently", ANSWERED)]).toEqual([1, 1, 1]);
    expect(texts).toEqual([{ question: "do_differently", text: "Mer pizza" }]);
    for (const { question, cell } of counts) {
      const asked = STARTING_SURVEY.questions.find(({ key }) => key === question);
      expect(cell === ANSWERED || cellsOf(asked!).includes(cell)).toBe(true);
    }
  });
});
