import { expect, it } from "vitest";
import {
  importanceOf,
  importanceOfAll,
  importanceQuestion,
  marksOf,
  mayBeAbout,
  withKnownAbout,
} from "./survey-importance.js";
import { checkSurvey, SURVEY_LIMITS } from "./survey-rules.js";
import { STARTING_SURVEY } from "./survey-start.js";
import type { SurveyQuestion } from "./survey.js";

const words = (nb: string) => ({ nb, nn: nb, en: nb });
const asked = (key: string): SurveyQuestion => STARTING_SURVEY.questions.find((one) => one.key === key)!;
const problems = (question: SurveyQuestion) =>
  checkSurvey({ ...STARTING_SURVEY, questions: [question] }).map(
    ({ path, code }) => `${path.slice(2).join(".")} ${code}`,
  );
const about = (line: string | null, ...matters: string[]) => [{ template: "ip-01", line, matters }];

it("is the share of all who answered that gave an answer saying it matters", () => {
  const scale = { template: "ip-03", matters: ["4", "5"] };
  // those who answered beside the scale answered too
  expect(importanceOf(scale, { n: 40, cells: { "1": 6, "3": 10, "4": 12, "5": 8, none: 4 } })).toEqual({
    score: 50,
    n: 40,
  });
  expect(importanceOf({ ...scale, line: "door" }, { n: 20, cells: { "door:5": 15, "door:2": 5 } })).toEqual({
    score: 75,
    n: 20,
  });
  expect(importanceOf(scale, { n: 12, cells: { "1": 12 } })).toEqual({ score: 0, n: 12 });
});

it("is not said of fewer than ten, nor of a question that does not say what matters", () => {
  expect(importanceOf({ template: "ip-03", matters: ["5"] }, { n: 9, cells: { "5": 9 } })).toBeNull();
  expect(importanceOf({ template: "ip-03", matters: [] }, { n: 90, cells: { "5": 90 } })).toBeNull();
  expect(STARTING_SURVEY.questions.flatMap((one) => one.about ?? []).every(({ matters }) => matters.length === 0)).toBe(
    true,
  );
});

it("of several questions is their mean, and never more certain than the one fewest answered", () => {
  expect(importanceOfAll([])).toBeNull();
  expect(
    importanceOfAll([
      { score: 80, n: 300 },
      { score: 41, n: 12 },
    ]),
  ).toEqual({ score: 61, n: 12 });
});

it("is asked for by one question with a line for each, which can be opened as it is", () => {
  const names = Array.from({ length: 12 }, (_, i) => ({ key: `ip-${i}`, name: words(`Punkt ${i}`) }));
  const question = importanceQuestion("important", names);
  expect(problems(question)).toEqual([]);
  expect(question.rows).toHaveLength(SURVEY_LIMITS.rows);
  expect(question.about?.[3]).toEqual({ template: "ip-3", line: "t_ip_3", matters: ["4", "5"] });
  expect(marksOf(question)).toEqual(["1", "2", "3", "4", "5"]);
});

it("is of answers that the question has, one a line, and never of who somebody is or what was written", () => {
  expect(problems({ ...asked("contacted"), about: about(null, "no") })).toEqual([]);
  expect(problems({ ...asked("contacted"), about: about(null, "maybe") })).toEqual(["about.0.matters UNKNOWN_OPTION"]);
  expect(problems({ ...asked("welcome"), about: about(null, "none") })).toEqual(["about.0.matters UNKNOWN_OPTION"]);
  expect(problems({ ...asked("welcome"), about: about("line", "5") })).toEqual(["about.0.template UNKNOWN_OPTION"]);
  expect(problems({ ...asked("agree"), about: about(null, "5") })).toEqual(["about.0.template UNKNOWN_OPTION"]);
  expect(problems({ ...asked("agree"), about: [...about("heard", "5"), ...about("heard", "4")] })).toEqual([
    "about.1.template DUPLICATE",
  ]);
  expect(problems({ ...asked("want_to_do"), about: about(null, "trips", "online") })).toEqual([
    "about.0.matters TOO_MANY",
  ]);
  expect(problems({ ...asked("age"), about: about(null) })).toEqual(["about.0.template NOT_FOR_KIND"]);
  expect(mayBeAbout(asked("do_differently"))).toBe(false);
});

it("is let go of when the line, the answer or the kind is gone", () => {
  const line = { ...asked("agree"), about: [...about("heard", "5"), ...about("gone", "5")] };
  expect(withKnownAbout(line).about).toEqual(about("heard", "5"));
  expect(withKnownAbout({ ...asked("contacted"), about: about(null, "no", "maybe") }).about).toEqual(about(null, "no"));
  expect(withKnownAbout({ ...asked("do_differently"), about: about(null, "5") }).about).toEqual([]);
  expect(withKnownAbout(asked("took_part"))).toBe(asked("took_part"));
});
