import { z } from "zod";
import type { Language } from "@varde/domain";
import { Refusal } from "./refusal.js";

const LOCALES = { nb: z.locales.no(), nn: z.locales.nn(), en: z.locales.en() };
const BOUNDS = {
  nb: { most: "Høyst", least: "Minst", signs: "tegn" },
  nn: { most: "Høgst", least: "Minst", signs: "teikn" },
  en: { most: "At most", least: "At least", signs: "characters" },
};

/** «Høyst 80 tegn.»: the library's own sentence names types. Null where it is something else that is wrong. */
function boundOf(issue: z.core.$ZodRawIssue, language: Language): string | null {
  const { most, least, signs } = BOUNDS[language];
  const said = (word: string, bound: number | bigint): string =>
    `${word} ${bound}${issue["origin"] === "string" ? ` ${signs}` : ""}.`;
  if (!["string", "number", "int", "array"].includes(String(issue["origin"]))) return null;
  if (issue.code === "too_big" && issue.inclusive !== false) return said(most, issue.maximum);
  if (issue.code === "too_small" && issue.inclusive !== false) return said(least, issue.minimum);
  return null;
}

/** Checks an input against its rules; refuses with one problem a field, in the asker's language. Returns the cleaned input. */
export function checkInput<T>(schema: z.ZodType<T>, input: unknown, language: Language): T {
  const { localeError } = LOCALES[language];
  const result = schema.safeParse(input, { error: (issue) => boundOf(issue, language) ?? localeError?.(issue) });
  if (result.success) return result.data;
  throw new Refusal(
    result.error.issues.map((issue) => ({
      code: "INVALID" as const,
      path: issue.path.map(String),
      message: issue.message,
    })),
  );
}
