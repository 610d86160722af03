import { expect, it } from "vitest";
import { surveyMail } from "./survey-mail.js";
import { STARTING_SURVEY } from "./survey-start.js";

const url = "https://varde.example/u/abcdefghjk";
const mail = (language: "nb" | "nn" | "en", survey = STARTING_SURVEY) =>
  surveyMail(survey, "2026-12-05", url, language);

it("says it in the language that is asked for, to those under 15 first, with the day and the link last", () => {
  expect(mail("nb")).toMatch(
    /^Er du under 15\?.*Svar innen 5\. desember 2026: https:\/\/varde\.example\/u\/abcdefghjk$/s,
  );
  expect(mail("nn")).toContain("ingen kan sjå kven som har svart");
  expect(mail("en")).toContain("Answer by 5 December 2026: https://");
});

it("says in bokmål what is not written in another language", () => {
  expect(mail("en", { ...STARTING_SURVEY, title: { nb: "Hvordan går det?" } })).toContain("Hvordan går det? It takes");
});
